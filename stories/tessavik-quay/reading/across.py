# ---------------------------------------------------------------- ledger
LED=[]
def R(k): d,f,_=KEYS[k]; return {"document":d,"begin":f["begin"],"verbatim":f["verbatim"],**({"nth":f["nth"]} if "nth" in f else {})}
def line(k,wording,name,kind,said=None,via=(),o=1,ch=1,fh=False,party=False,re_=(),un=(),note=None):
    d,f,c=KEYS[k]
    r={"measure":c["measure"],"wording":wording,"low":c["figure"]["low"],"high":c["figure"]["high"],"qualifier":c["figure"]["qualifier"],"claimant":name,"kind":kind,
       "said_at":said,**R(k),"via":list(via),"origins":o,"channels":ch,"first_hand":fh,"party":party,"restated_by":[R(x) for x in re_]}
    if c["modality"]!="asserted": r["modality"]=c["modality"]
    if un: r["unattributed"]=[R(x) for x in un]
    if note: r["note"]=note
    return r
def ap(k,why): r=R(k); r["why"]=why; return r
def dis(m,about,ks,v): return {"measure":m,"about":about,"sides":[R(k) for k in ks],"verdict":v}
def event(h,kind,day,place,lines,apart=(),dd=(),docs_=None,**kw):
    ds=docs_ or sorted({l["document"] for l in lines}|{x["document"] for l in lines for x in l["restated_by"]+l.get("unattributed",[])})
    LED.append({"event":h,"kind":kind,"day":day,"place":place,**kw,"documents":ds,"lines":lines,"apart":list(apart),"disagreements":list(dd)})
sd,cv,ed,of,oe,dl,hb,er,br,cc,es,n1,n2,sk,oz,mv,p1,p2,p3="salpres-dispatch. courier-verbatim. echo-depeche. odl-communique. odl-statement-en. dockers-live. hopital-bulletin. echo-reportage. bouee-rouge. courier-correction. echo-solidarite. skarness-1. skarness-2. salpres-kirvenna. odl-zayavlenie. mayak-vzryv. prichal-1. prichal-2. prichal-3.".split()
IM="interior ministry"; HW="Harbour Workers' Union (Tessavik)"; LO="Littoral Rights Observatory"
main=[
 line(sd+"d10","killed",IM,"government","2023-03-14T11:48",["Salpres"],1,5,False,True,[sd+"h10",cv+"h10",cv+"d10",ed+"h10",ed+"d10",dl+"d10",br+"d10",er+"d10",cc+"d10",mv+"d10",p2+"d10"],[n1+"h",n1+"d"],"own voice in skarness-1: same number, origin unknown"),
 line(er+"d12","dead",IM,"government","2023-03-15",[],1,3,False,True,[cc+"d12",es+"d12",mv+"h12",mv+"d12"],[n2+"h",n2+"d"],"replaces 10"),
 line(ed+"u30","dead",HW,"union",None,[],1,3,False,True,[dl+"u30",br+"u30",er+"u30",mv+"h30",mv+"u30"],note="L'Écho (15:05 UTC) has it before the live blog (17:40 UTC); 30 without 'at least' in mayak-vzryv's headline"),
 line(cc+"u31","killed",HW,"union",None,[],1,2,False,True,[es+"u31"]),
 line(dl+"u19","bodies","Ilmar Dostrek","union","2023-03-14T17:40",["Dockers' International"],1,2,False,True,[p2+"u19"],note="what he saw himself; not a total"),
 line(hb+"d14","died","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,4,True,False,[hb+"t14",er+"d14",cc+"d14",mv+"d14"],note="only those who passed through the hospital"),
 line(hb+"d11","dead on arrival","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False),
 line(hb+"d3","died","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False),
 line(hb+"d0","died","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,[hb+"t0"],note="no child among the dead of the hospital"),
 line(of+"r","cost the lives",LO,"ngo","2023-03-16",[],1,2,True,False,[of+"h",oe+"h",oe+"r",cc+"r",oz+"h",oz+"r"]),
 line(of+"n17","victims",LO,"ngo","2023-03-16",[],1,1,True,False,[of+"m17",oe+"n17",oe+"m17",oz+"n17",oz+"m17"],note="verified by name"),
 line(of+"n5","deaths","families","witness",None,[LO],1,1,False,False,[oe+"n5",oz+"n5"]),
 line(of+"appr","dead",LO,"ngo","2023-03-16",[],1,2,True,False,[oe+"appr",er+"appr"],note="the apprentice of 16 or 17; in L'Écho unnamed: the same person, very probably"),
 line(of+"b2","shot dead","witnesses","witness",None,[LO],1,1,False,False,[oe+"b2",oz+"b2"]),
 line(es+"o19","dead",LO,"ngo",None,[],1,1,False,False,note="replaces 17 to 22"),
 line(dl+"n53d","dead and wounded","nurse","anonymous","2023-03-14T07:50",["Dockers' International"],1,2,False,False,[br+"n53d",p1+"n53d"],note="one quantity, two measures; prichal-1 (04:05 UTC) has it before the live blog (07:50 UTC)"),
 line(dl+"n53i","dead and wounded","nurse","anonymous","2023-03-14T07:50",["Dockers' International"],1,2,False,False,[br+"n53i",p1+"n53i"],note="one quantity, two measures; prichal-1 (04:05 UTC) has it before the live blog (07:50 UTC)"),
 line(sd+"i26","injured",IM,"government","2023-03-14T11:48",["Salpres"],1,4,False,True,[cv+"i26",ed+"i26",dl+"i26",cc+"i26",n1+"i26",n2+"i26",mv+"i26"],note="'at least 26' on Skarness Radio: a qualifier that the ministry didn't give"),
 line(sd+"i6","injured",IM,"government","2023-03-14T11:48",["Salpres"],1,3,False,True,[cv+"i6",ed+"i6",n1+"i6",n2+"i6",mv+"i6"]),
 line(sd+"bullet0","hit by a bullet","Davor Elskin","government","2023-03-14T11:48",["Salpres"],1,1,False,True,[cv+"bullet0"]),
 line(hb+"i58","injured","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,3,True,False,[hb+"t58",cc+"i58",mv+"i58"]),
 line(hb+"i4","injured","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,2,True,False,[hb+"t4",mv+"i4"],note="children"),
 line(hb+"t54","injured","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="adults"),
 line(hb+"i23","hospitalised","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,[hb+"t23"]),
 line(hb+"t21","hospitalised","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="adults"),
 line(hb+"t2","hospitalised","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="children"),
 line(hb+"t14a","died","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="adults"),
 line(hb+"plaies","wounds","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="cause left open by the hospital"),
 line(er+"handful","fomented","Radan Peshkul","government","2023-03-15",["L'Écho de Sauvrelles"],1,1,False,True),
 line(hb+"i7","hospitalised","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False),
 line(hb+"i9","treated","Tessavik Regional Hospital","hospital","2023-03-15T18:00",[],1,1,True,False,note="police officers"),
 line(n1+"i40","wounded","hospital sources","anonymous",None,["Skarness Radio"],1,1,False,False),
 line(n2+"i60","wounded","hospital sources","anonymous",None,["Skarness Radio"],1,1,False,False,note="quietly replaces 'more than 40'"),
 line(dl+"doz","injured",None,"publisher","2023-03-14T03:40",["Dockers' International"],0,1,False,True),
 line(dl+"leg2","shot",None,"publisher","2023-03-14T09:15",["Dockers' International"],0,1,False,True,[br+"leg2"]),
 line(of+"burn","severely burned",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"burn",oz+"burn"]),
 line(of+"miss","missing",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"miss",oz+"miss"]),
 line(sd+"det64","detained","Salpres","publisher","2023-03-14T11:48",["Salpres"],1,1,True,True,[cv+"det64",ed+"det64",dl+"det64"],note="the live blog names the ministry; Salpres names nobody"),
 line(cc+"det71","detained",IM,"government",None,[],1,3,False,True,[n2+"det71",mv+"det71"]),
 line(dl+"det140","arrested","union's lawyers","union","2023-03-14T15:20",["Dockers' International"],1,3,False,True,[cc+"det140",mv+"det140"],note="withdrawn on 17 March"),
 line(cc+"det112","detained","Ilmar Dostrek","union",None,["The Harlowick Courier"],1,1,False,True,[cc+"c112"],note="corrects 140"),
 line(of+"a83","arrests",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"a83",oz+"a83"]),
 line(of+"a9","arrests",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"a9",oz+"a9"]),
 line(of+"a3","arrests",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"a3",oz+"a3"]),
 line(of+"h48","held",LO,"ngo","2023-03-16",[],1,2,True,False,[oe+"h48",oz+"h48",p3+"h48"],note="'human rights defenders' in prichal-3: ODL, very probably"),
 line(br+"det100","arrested",None,"publisher",None,["La Bouée rouge"],0,2,False,True,[p1+"det100"],note="in each outlet's own voice, first in prichal-1"),
 line(er+"a1","arrested","neighbour","witness",None,["L'Écho de Sauvrelles"],1,1,False,False),
 line(sd+"rel20","released","Salpres","publisher","2023-03-14T11:48",["Salpres"],1,2,True,True,[cv+"rel20",ed+"rel20",mv+"rel20"]),
 line(of+"r35","released",LO,"ngo","2023-03-16",[],1,1,True,False,[oe+"r35",oz+"r35"]),
 line(cc+"rel40","freed","Ilmar Dostrek","union",None,["The Harlowick Courier"],1,1,False,True),
 line(p3+"rel0","released",None,"publisher",None,["Причал 7"],0,1,False,False,note="nobody, within a day"),
 line(sd+"ev600","evacuated","Salpres","publisher","2023-03-14T11:48",["Salpres"],1,2,True,True,[cv+"ev600",ed+"ev600",mv+"ev600"]),
 line(n1+"fam","in schools",None,"publisher",None,["Skarness Radio"],0,1,False,False,[n2+"fam"],note="families, not persons"),
 line(er+"ev4","evacuated","neighbour","witness",None,["L'Écho de Sauvrelles"],1,1,False,False),
 line(sd+"p400","sent","Salpres","publisher","2023-03-14T11:48",["Salpres"],1,1,True,True,[cv+"p400",ed+"p400"]),
 line(er+"cent","seen passing","neighbour","witness",None,["L'Écho de Sauvrelles"],1,1,False,False,[er+"hcent"]),
]
event("tessavik-explosion","explosion","2023-03-14","Tessavik",main,
 [ap(of+"appr","one of ODL's 17; never add"),ap(er+"appr","the same apprentice, very probably; never add"),ap(dl+"u19","seen with his own eyes; inside his 'at least 30'"),ap(dl+"n53d","dead and wounded together; not a death toll"),
  ap(hb+"d14","only those who passed through the hospital; not a total"),ap(of+"n5","inside 17 to 22"),ap(hb+"i4","inside 58"),ap(hb+"i9","may overlap with the ministry's six officers and with 58: the bulletin doesn't say"),
  ap(of+"x2","November 2019, another event"),ap(of+"x20","November 2019, another event"),ap(cc+"k12","Kirvenna, another event, same number as the ministry's second count"),ap(cc+"k26","Kirvenna, another event, same number as the ministry's count of injured"),
  ap(p3+"k12","Kirvenna, another event, same number as the ministry's second count"),ap(p3+"k26","Kirvenna, another event, same number as the ministry's count of injured"),ap(p1+"n53d","dead and wounded together; not a death toll"),ap(oz+"x2","November 2019, another event"),ap(oz+"x20","November 2019, another event"),
  ap(cc+"det140","withdrawn by the union: 28 names appeared twice"),ap(er+"ev4","inside 600, perhaps")],
 [dis("deaths","how many died",[er+"d12",cc+"u31"],"disagree"),
  dis("deaths","ministry and hospital: the hospital's part is larger than the ministry's total",[er+"d12",hb+"d14"],"disagree"),
  dis("deaths","ministry 10, then 12",[er+"d10",er+"d12"],"revised"),
  dis("deaths","union 30 at least, then 31",[ed+"u30",cc+"u31"],"compatible"),
  dis("deaths","ODL 17 to 22, then 19",[of+"r",es+"o19"],"revised"),
  dis("deaths","hospital 14 (part) and ODL 17 to 22 (whole)",[hb+"d14",of+"r"],"compatible"),
  dis("injured","ministry 26 on the 14th, hospital 58 on the 15th",[sd+"i26",hb+"i58"],"not_decidable"),
  dis("detained","ministry 71, union 112, ODL 83: other moments, other lists",[cc+"det71",cc+"det112",of+"a83"],"disagree"),
  dis("detained","union 140, then 112",[cc+"det140",cc+"c112"],"revised"),
  dis("injured","was anybody hit by a bullet: the ministry's 0 against two shot dead and two shot in the legs",[sd+"bullet0",of+"b2",dl+"leg2"],"disagree"),
  dis(None,"what it was: accident, riot, assault or massacre",[sd+"acc",er+"riot",dl+"massacre",of+"noacc",cc+"tragic",cc+"noacc"],"disagree"),
  dis(None,"what set it off: the occupiers' welding or the police's grenades",[sd+"fire",n1+"gren",dl+"gas"],"disagree"),
  dis(None,"shots: denied, or fired",[sd+"noshots",of+"b2"],"disagree")],docs_=sorted(i for i in DOCS if i!="salpres-kirvenna"))
event("lodda-strike","strike",{"from":"2023-03-03"},"Tessavik",[line(dl+"s250","asleep on the quay","Ilmar Dostrek","union","2023-03-14T05:30",["Dockers' International"],1,1,False,True),line(er+"s250","were","Jorun Beltsa","witness",None,["L'Écho de Sauvrelles"],1,1,False,True)],
 dd=[dis("participants","about 250 (Dostrek) and 250 (Beltsa)",[dl+"s250",er+"s250"],"compatible")],docs_=["bouee-rouge","courier-verbatim","dockers-live","echo-depeche","echo-reportage","mayak-vzryv","skarness-1","skarness-2","salpres-dispatch"])
event("tessavik-march-14","protest","2023-03-14","Tessavik",[line(dl+"m5000","marching","strike committee","organiser","2023-03-14T11:30",["Dockers' International"],1,2,False,True,[er+"m5000"]),line(dl+"p600","across Mill Street","Jorun Beltsa","witness","2023-03-14T11:30",["Dockers' International"],1,1,False,True)],parent="tessavik-explosion")
event("tessavik-march-15","protest","2023-03-15","Tessavik",[line(er+"m3000","marched","police","police",None,["L'Écho de Sauvrelles"],1,1,False,True),line(er+"m8000","marched","organisers","organiser",None,["L'Écho de Sauvrelles"],1,1,False,True)],
 [ap(er+"m5000","the march of the day before")],[dis("participants","3,000 (police) and 8,000 (organisers)",[er+"m3000",er+"m8000"],"disagree")])
event("tessavik-rally-18","protest","2023-03-18","Tessavik",[line(es+"t500","gathered","Salpres journalist","media",None,["L'Écho de Sauvrelles"],1,1,False,True)])
event("brussels-14","protest","2023-03-14","Brussels",[line(dl+"b300","gathered","Rik Vandermoer","union","2023-03-14T20:05",["Dockers' International"],1,2,False,True,[es+"b300"],note="L'Écho names no claimant for 300 on Tuesday; the number is the delegate's, not the police's"),line(dl+"b180","turnout","local police","police","2023-03-14T20:05",["Dockers' International"],1,1,False,False),line(dl+"b0","arrested","Rik Vandermoer","union","2023-03-14T20:05",["Dockers' International"],1,1,False,True)],
 dd=[dis("participants","about 300 and 180",[dl+"b300",dl+"b180"],"disagree")])
event("solidarity-18","protest","2023-03-18",None,[line(es+"mil","demonstrated",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False,[es+"hmil"])],note="two cities together; parts: brussels-18, lisbon-18")
event("brussels-18","protest","2023-03-18","Brussels",[line(es+"b2500","marched","organisers","organiser",None,["L'Écho de Sauvrelles"],1,1,False,True),line(es+"b900","marched","police","police",None,["L'Écho de Sauvrelles"],1,1,False,False),line(es+"inj1","injured",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False),line(es+"a3","detained",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False),line(es+"r3","released",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False)],
 [ap(es+"mil","both cities together"),ap(es+"hmil","both cities together"),ap(es+"b300","Tuesday's rally")],[dis("participants","2,500 and 900",[es+"b2500",es+"b900"],"disagree")],parent="solidarity-18")
event("lisbon-18","protest","2023-03-18","Lisbon",[line(es+"l3000","participants","unions","union",None,["L'Écho de Sauvrelles"],1,1,False,True),line(es+"l140","marched",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False),line(es+"l150","deployed",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False)],[ap(es+"l140","inside 3,000 to 4,000")],parent="solidarity-18")
event("quillhaven-stoppage","strike","2023-03-16","Quillhaven",[line(es+"q1900","stopped work","Britt Oskarud (Harbour Workers' Union, Quillhaven)","union",None,["L'Écho de Sauvrelles"],1,1,False,True)],docs_=["dockers-live","echo-solidarite"],state="occurred",note="announced in dockers-live, reported in echo-solidarite; another Harbour Workers' Union than Tessavik's")
event("soldiers-to-hasquen",None,"2023-03-17","Hasquen",[line(sd+"s1000","sent","Radan Peshkul","government","2023-03-14T11:48",["Salpres"],1,3,False,True,[cv+"s1000",cc+"s1000",mv+"s1000"])],docs_=["courier-correction","courier-verbatim","echo-solidarite","mayak-vzryv","salpres-dispatch"],state="occurred",note="planned in four pages; echo-solidarite says without a number that they arrived on Friday")
event("consulate-rally","protest","2023-03-15",None,[],docs_=["bouee-rouge"],state="planned",note="18 h 30 before the consulate, tram 9; town not said; day by dating the page")
event("kirvenna-refinery","explosion","2023-03-16","Kirvenna",[line(sk+"k12","dead","provincial rescue service","rescue",None,["Salpres"],1,2,False,False,[cc+"k12",p3+"k12"]),line(sk+"k26","injured","provincial rescue service","rescue",None,["Salpres"],1,2,False,False,[cc+"k26",p3+"k26"]),line(sk+"k2","dead",None,"publisher",None,["Salpres"],0,1,False,False,[p3+"k2"]),line(sk+"k100","evacuated",None,"publisher",None,["Salpres"],0,1,False,False),line(sk+"k3","missing","Ostap Lemière","rescue",None,["Salpres"],1,1,False,False)],[ap(sk+"k2","inside 12")])
event("lodda-picket-2019","attack","2019-11","Lodda Quay",[line(of+"x2","dead",None,"publisher",None,[LO],1,1,True,False,[oe+"x2",oz+"x2"]),line(of+"x20","injured",None,"publisher",None,[LO],1,1,True,False,[oe+"x20",oz+"x20"])])
event("relief-fund",None,None,None,[line(es+"e86","raised",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False),line(es+"s12400","signed",None,"publisher",None,["L'Écho de Sauvrelles"],0,1,False,False)])
event("tessavik-vigil-14","protest","2023-03-14","Tessavik",[line(p2+"v300","gathered","organisers","organiser",None,["Причал 7"],1,1,False,True),line(p2+"v150","gathered","police","police",None,["Причал 7"],1,1,False,True),line(p2+"v0","arrested",None,"publisher",None,["Причал 7"],0,1,False,False)],
 dd=[dis("participants","about 300 (organisers) and a hundred and fifty (police)",[p2+"v300",p2+"v150"],"disagree")],parent="tessavik-explosion",note="candles at the port's gate in the evening; not the march of noon to the governor's palace; the page doesn't name the town")
LINKS=[("near_copy","salpres-dispatch","courier-verbatim"),("credit_line","salpres-dispatch","courier-verbatim"),("translation","salpres-dispatch","echo-depeche"),("partial_copy","salpres-dispatch","echo-depeche"),("credit_line","salpres-dispatch","echo-depeche"),
 ("translation","odl-communique","odl-statement-en"),("cited_claimant","salpres-dispatch","dockers-live"),("cited_claimant","dockers-live","bouee-rouge"),("cited_claimant","courier-verbatim","bouee-rouge"),
 ("cited_claimant","hopital-bulletin","echo-reportage"),("cited_claimant","hopital-bulletin","courier-correction"),("cited_claimant","odl-communique","courier-correction"),("near_copy","skarness-1","skarness-2"),
 ("cited_claimant","salpres-kirvenna","courier-correction"),("same_network","salpres-dispatch","salpres-kirvenna"),("same_network","courier-verbatim","courier-correction"),("same_network","echo-depeche","echo-reportage"),("same_network","echo-depeche","echo-solidarite"),("restatement","dockers-live","echo-solidarite"),
 ("translation","odl-statement-en","odl-zayavlenie"),("cited_claimant","hopital-bulletin","mayak-vzryv"),("cited_claimant","salpres-kirvenna","prichal-3"),("same_network","prichal-1","prichal-2"),("same_network","prichal-1","prichal-3")]
with open(HERE+"/ledger.jsonl","w",encoding="utf-8") as f:
    for x in LED: f.write(json.dumps(x,ensure_ascii=False)+"\n")
    f.write(json.dumps({"origin_links":[{"kind":k,"from":a,"to":b} for k,a,b in LINKS]},ensure_ascii=False)+"\n")
    f.write(json.dumps({"dated":[{"document":"bouee-rouge","published":{"value":"2023-03-15","precision":"day","inferred":True},"why":"'hier à l'aube' is the raid of 2023-03-14, dated by six other pages; it quotes the live blog of that day"},
      {"document":"skarness-2","modified":{"value":"2023-03-16","precision":"day","inferred":True},"why":"captured 2023-03-16 with words that the capture of 2023-03-15 lacks; so its 'Yesterday' is 2023-03-15, not 2023-03-14 as the printed date says"},
      {"document":"salpres-kirvenna","published":{"value":"2023-03-16","precision":"day","inferred":True},"why":"Thursday 16 March, and 'mardi' is the Tessavik explosion"}]},ensure_ascii=False)+"\n")
used={(x["document"],x["begin"]) for e in LED for l in e["lines"] for x in [l]+l["restated_by"]+l.get("unattributed",[])}
for d,b,o in OUT:
    if "claim" in o and o["claim"]["kind"]=="figure":
        f=o["claim"]["figure"]
        if (d,f["begin"]) not in used: print("not in ledger",d,f["verbatim"],o["claim"]["measure"])
# ---------------------------------------------------------------- entities
ENT=[]; TAKEN={i:[] for i in DOCS}
def ent(d,id_,typ,s,form=None,lemma=None):
    if any(b<s[1] and s[0]<e for b,e in TAKEN[d]): return
    TAKEN[d].append(s); o={"document":d,"id":id_,"type":typ,**S(s,d)}
    if form: o["form"]=form
    if lemma: o["lemma"]=lemma
    ENT.append((d,s[0],o))
def names(typ,id_,*forms):
    for n,words in enumerate(forms):
        for fm in words.split("/"):   # of an inflected name the nominative first
            for d,t in DOCS.items():
                for m in re.finditer(r"(?<!\w)"+esc(fm)+r"(?!\w)",t): ent(d,id_,typ,m.span(),"abcdefgh"[n] if len(forms)>1 else None,None if fm==words.split("/")[0] else words.split("/")[0])
W_={"one":1,"two":2,"three":3,"four":4,"five":5,"six":6,"ten":10,"nine":9,"eleven":11,"twelve":12,"twelfth":12,"nineteen":19,"twenty":20,"thirty":30,"fifty":50,"sixty-four":64,"deux":2,"trois":3,"quatre":4,"cinq":5,"neuf":9,"dix":10,"onze":11,"douze":12,"douzième":12,"quatorze":14,"soixante-quatre":64,"trentaine":30,"vingtaine":20,"centaine":100,"first":1,"premier":1,"première":1,"second":2,"2e":2,"six":6,
 "первый":1,"двое":2,"двадцати":20,"двадцать":20,"девять":9,"десятерых":10,"одиннадцать":11,"полутора сотнях":150,"пяти":5,"седьмом":7,"ста":100,"тридцати":30,"трое":3,"трёх":3,"тысячу":1000,"четверо":4,"шести":6,"шестеро":6,"шестисот":600}
NUMRX=re.compile(r"\d[\d  .,]*\d|\d|\b(?:"+"|".join(sorted(W_,key=len,reverse=True))+r")\b",re.I)
def form(v): return "digits" if v[0].isdigit() else "word-capital" if v[0].isupper() else "word"
def val(v):
    v=v.lower()
    if v in W_: return W_[v]
    if re.fullmatch(r"\d+,\d{1,2}",v): return v.replace(",",".")
    return re.sub(r"[  ,]","",v)
# contacts first, whole
for d,t in DOCS.items():
    for m in re.finditer(r"[\w.-]+@[\w.-]+\.example",t): ent(d,"C:"+m.group().replace("presse@","press@"),"contact",m.span(),{"press@odl-littoral.example":"b","presse@odl-littoral.example":"a"}.get(m.group()))
    for m in re.finditer(r"\+999 41 555 0100|\+32 2 000 01 77|0841 555 01\d\d|020 7946 0188|@prichal7_bot",t): ent(d,"C:"+m.group(),"contact",m.span())
# hours
for d,s,rs in NUMLEFT:
    if rs=="time":
        v=DOCS[d][s[0]:s[1]]; n=[int(x) for x in re.findall(r"\d+",v)]; n=n or [W_[v.split()[0]]]; h,mi=n[0],(n[1] if len(n)>1 else 0)
        if "p.m." in v or "вечера" in v: h+=12
        ent(d,f"H:{h:02d}:{mi:02d}"+(":Lisbon" if d=="dockers-live" and v!="5.40" else ":stamp" if d!="dockers-live" and re.search(r"GMT|21 h 40|7 h 15|16 h 05|19 h 55|11:48",v+DOCS[d][s[1]:s[1]+4]) else ""),"hour",s,("24h-colon" if ":" in v else "words" if not v[0].isdigit() else None) or ("a.m." if "." in v and "m" in v else "dot" if "." in v else "h"))
# days
MON={"March":"M03","mars":"M03","November":"M11","novembre":"M11","марта":"M03","ноябре":"M11"}
WD={"Monday":20,"Tuesday":14,"Wednesday":15,"Thursday":16,"Friday":17,"mardi":14,"Mardi":14,"mercredi":15,"Mercredi":15,"jeudi":16,"vendredi":17,"samedi":18,"lundi":20,"вторник":14,"среду":15,"среды":15,"четверг":16,"пятницы":17}
for d,t in DOCS.items():
    for m in re.finditer(r"\b("+"|".join(WD)+r")\b",t): ent(d,f"D:03-{WD[m.group()]:02d}","weekday",m.span(),("en" if m.group() in("Monday","Tuesday","Wednesday","Thursday","Friday") else "ru" if m.group()[0]>"z" else "fr"))
    for m in re.finditer(r"\b(\d{1,2}) (March|mars|марта)\b",t): ent(d,f"D:03-{int(m.group(1)):02d}","day",m.span(1)); ent(d,"M03","month",m.span(2))
    for m in re.finditer(r"\b(March) (\d{1,2})\b(?! 2023)",t): 
        ent(d,f"D:03-{int(m.group(2)):02d}","day",m.span(2)); ent(d,"M03","month",m.span(1))
    for m in re.finditer(r"\b(November|novembre|ноябре)\b",t): ent(d,"M11","month",m.span())
    for m in re.finditer(r"14-03-2023",t): ent(d,"D:03-14","day",(m.start(),m.start()+2),"dd"); ent(d,"M03","month",(m.start()+3,m.start()+5),"mm"); ent(d,"Y2023","year",(m.start()+6,m.end()))
    for m in re.finditer(r"\b(2023|2019|2004|1961)\b",t): ent(d,"Y"+m.group(),"year",m.span())
# numbers of figures and persons
for d,s,ev,measure,low,high,q in NUM:
    if low is None and high is None: continue
    if ev in("apprenti","Haresc","Haresk","Хареск"): ev="APPRENTICE"
    if low==0 and high==0 and not DOCS[d][s[0]].isdigit(): continue
    for i,m in enumerate(NUMRX.finditer(DOCS[d],*s)):
        v=m.group(); ent(d,f"N:{ev}:{measure}:{val(v)}","number",m.span(),form(v))
# other numbers
GR={"courier-verbatim":"salpres-dispatch","odl-statement-en":"odl-communique","skarness-2":"skarness-1","courier-correction":"courier","echo-depeche":"echo","echo-reportage":"echo","echo-solidarite":"echo","odl-zayavlenie":"odl-communique"}
ALL={("share","18"),("money","410"),("measurement","900"),("distance","260"),("statistic","2300"),("name","7"),("name","4"),("name","31"),("thing","148"),("measurement","9"),("duration","30")}
for d,s,rs in NUMLEFT:
    if rs in("time","date","telephone","contact"): continue
    for m in NUMRX.finditer(DOCS[d],*s):
        v=m.group(); x=str(val(v)); own=DOCS[d][s[0]-6:s[0]]
        g="" if (rs,x) in ALL and not(rs=="duration") else GR.get(d,d)+":"
        if d=="courier-verbatim" and rs in("thing","measurement") and x in("148","9"): g="courier:"
        if d=="courier-correction" and (rs,x)in(("thing","148"),("measurement","9")): g="courier:"
        if d=="salpres-dispatch" and rs=="rank": g="salpres:"
        if d=="mayak-vzryv" and (rs,x)in(("distance","340"),("statistic","27")): g={"distance":"salpres-dispatch:","statistic":"echo:"}[rs]
        ent(d,f"N:{g}{rs}:{x}","number",m.span(),form(v))
# names, longest first
for a in [("org","O:HWU-T","Syndicat des travailleurs portuaires","Профсоюз портовых рабочих"),("org","O:ODL","Observatoire des droits du littoral","Littoral Rights Observatory","ODL","Обсерватория прав побережья"),
 ("org","O:DI","Dockers' International","Internationale des dockers","Internationale"),("org","O:COURIER","The Harlowick Courier","Harlowick Courier Ltd","Harlowick Courier","Courier"),
 ("org","O:ECHO","L'Écho de Sauvrelles","L'Écho"),("org","O:SKARNESS","Skarness Radio","Skarness"),("org","O:BOUEE","La Bouée rouge"),("org","O:SALPRES","Salpres","SALPRES"),("org","O:MAYAK","Бреноварский маяк"),("place","P:SAUVRELLES","Sauvrelles")]: names(*a)
for d,t in DOCS.items():   # the two unions of one name
    for m in re.finditer(r"Harbour Workers['’] Union",t):
        q=t[m.end():m.end()+30]; ent(d,"O:HWU-Q" if "Quillhaven" in q else "O:HWU-T","org",m.span(),"en" )
for a in [("person","H:DOSTREK","Ilmar Dostrek","Ilmar Dostrec","Elmar Dostrek","Mr Dostrek","Ильмар Дострек","Дострек"),("person","H:PESHKUL","Radan Peshkul","Radan Pechkoul","M. Pechkul","Радан Пешкул"),("person","H:ELSKIN","Davor Elskin","Elskin"),("person","H:TORVIN","Amelka Torvin"),
 ("person","H:HARESK","Tomil Haresk","Tomil Haresc","Томил Хареск"),("person","H:BELTSA","Jorun Beltsa"),("person","H:VIROK","Sanne Virok","Sanna Virok"),("person","H:FERRANDEL","Maud Ferrandel","Мод Феррандель"),("person","H:VANDERMOER","Rik Vandermoer"),("person","H:OSKARUD","Britt Oskarud"),
 ("person","H:LEMIERE","Ostap Lemière"),("person","H:PELLFORTH","Joanna Pellforth"),("person","H:ARVOULT","Clémence Arvoult","C. Arvoult"),
 ("org","O:COMPANY","Tessavik Port Company"),("org","O:HOSPITAL","Hôpital régional de Tessavic"),
 ("place","P:TESSAVIK","Tessavik","Tessavic","Tesavik","Tessawik","Тессавик/Тессавика"),("country","P:SALDORIA","Saldoria","Saldorie","Сальдория/Сальдории"),("demonym","P:SALDORIA:d","Saldorian","saldorienne","saldorien"),("place","P:BRENOVAR","Brenovar","BRENOVAR"),("place","P:LODDA","Lodda Quay","quai de Lodda","причал Лодда/причала Лодда"),
 ("place","P:SALTGATE","Saltgate","Porte-au-Sel","Соляные Ворота"),("place","P:HASQUEN","Hasquen","Хаскен"),("place","P:KIRVENNA","Kirvenna","KIRVENNA","Кирвенна/Кирвенне"),("place","P:MAROLDE","Marolde"),("country","P:ALDERMARK","Aldermark"),("place","P:QUILLHAVEN","Quillhaven"),
 ("place","P:BRUSSELS","Brussels","Bruxelles","Брюссель"),("place","P:LISBON","Lisbon","Lisbonne"),("place","P:MILL","Mill Street","rue du Moulin"),("place","P:ASHMERE","River Ashmere","Ashmere"),("place","P:KANATNAYA","ул. Канатная"),("place","P:TANNEURS","rue des Tanneurs"),("place","P:VIEUXBASSIN","Vieux-Bassin"),("demonym","P:PORTUGAL:d","portugaise"),("org","O:BELLEAURORE","Belle-Aurore","Бель-Аврора"),("org","O:EP","Parlement européen"),("person","H:commenter1","harbourcat"),("person","H:commenter2","Odile_K")]: names(*a)
ENT.sort(key=lambda x:x[:2])
with open(HERE+"/entities.jsonl","w",encoding="utf-8") as f:
    for _,_,o in ENT: f.write(json.dumps(o,ensure_ascii=False)+"\n")
print("ledger",len(LED),"lines",sum(len(e["lines"]) for e in LED),"disagreements",sum(len(e["disagreements"]) for e in LED),"apart",sum(len(e["apart"]) for e in LED),"links",len(LINKS),"entities",len(ENT),"ids",len({o["id"] for *_,o in ENT}))
# numbers that stand in no entity
for d,t in DOCS.items():
    for m in re.finditer(r"\d[\d  .,]*\d|\d",t):
        if not any(b<m.end() and m.start()<e for b,e in TAKEN[d]): print("no entity",d,repr(t[max(0,m.start()-20):m.end()+12]))

CON=[{"sum":["N:MAIN:deaths:11","N:MAIN:deaths:3"],"is":"N:MAIN:deaths:14"},{"sum":["N:MAIN:injured:54","N:MAIN:injured:4"],"is":"N:MAIN:injured:58"},{"sum":["N:MAIN:injured:21","N:MAIN:injured:2"],"is":"N:MAIN:injured:23"},
 {"sum":["N:MAIN:released:35","N:MAIN:detained:48"],"is":"N:MAIN:detained:83"},{"sum":["N:MAIN:deaths:17","N:MAIN:deaths:5"],"is":"N:MAIN:deaths:22"},{"sum":["N:courier:thing:28","N:MAIN:detained:112"],"is":"N:MAIN:detained:140"},
 {"less":["N:MAIN:deaths:10","N:MAIN:deaths:12","N:MAIN:deaths:14","N:MAIN:deaths:17","N:MAIN:deaths:19","N:MAIN:deaths:22","N:MAIN:deaths:30","N:MAIN:deaths:31"]},{"less":["N:MAIN:detained:112","N:MAIN:detained:140"]},{"less":["N:MAIN:injured:7","N:MAIN:injured:23","N:MAIN:injured:58"]},{"less":["N:MAIN:injured:6","N:MAIN:injured:26"]},{"less":["N:MAIN:released:20","N:MAIN:detained:64"]},
 {"less":["N:QUI:participants:1900","N:statistic:2300"]},{"less":["N:VIG:participants:150","N:VIG:participants:300"]},{"note":"days are weekdays of one calendar (D:03-14 is a Tuesday): shift all by whole weeks, or all weekdays with them; M03 and M11 and years apart. Hours …:Lisbon are three hours before local ones; live entries fall from top to bottom. A page-level date in meta tags and JSON-LD must move with its D: id."}]
have={o["id"] for *_,o in ENT}
for c in CON:
    for k in("sum","less"):
        for x in c.get(k,[]): assert x in have,x
    if "is" in c: assert c["is"] in have
open(HERE+"/constraints.jsonl","w",encoding="utf-8").write("".join(json.dumps(c,ensure_ascii=False)+"\n" for c in CON))

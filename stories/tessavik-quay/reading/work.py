"""Working file: quotes -> offsets, with asserts. Templates: <F:words> marks a span, ~ is a gap, straight quotes match curly ones.
F figure W wording G group C claimant T when A as_of S said_at P place D detail V via K cue R actor O target N person X value"""
import re, json, os, sys
from extract import docs
HERE=os.path.dirname(os.path.abspath(__file__))
DOCS={i:"\n\n".join(b) for i,b in docs().items()}; BL=docs()
OUT=[]; KEYS={}; PEND=[]; D=None
LEFT={}; COVER={i:[] for i in DOCS}
def esc(s):
    return "".join("['’]" if c=="'" else '["“”]' if c=='"' else re.escape(c) for c in s)
def rx(t):
    parts=re.split(r"(<[A-Z]:|>|~)",t); r="";names=[];n=0
    for p in parts:
        if re.fullmatch(r"<[A-Z]:",p): names.append(p[1]); r+=f"(?P<g{n}>"; n+=1
        elif p==">" : r+=")"
        elif p=="~": r+=r"(?:(?!\n\n).)*?"
        else: r+=esc(p)
    return re.compile(r,re.S),names
def find(t,doc=None,n=1,cross=False):
    doc=doc or D; r,names=rx(t if not cross else t)
    if cross: r=re.compile(r.pattern.replace(r"(?:(?!\n\n).)*?",r".*?"),re.S)
    ms=list(r.finditer(DOCS[doc])); 
    assert len(ms)>=n and (len(ms)==1 or n>1 or FORCE.get((doc,t))),(doc,t,len(ms))
    m=ms[n-1]; g={}
    for i,k in enumerate(names): g.setdefault(k,[]).append(m.span(f"g{i}"))
    if not names: g["F"]=[m.span()]
    return g
FORCE={}
def S(sp,doc=None):
    doc=doc or D; b,e=sp; v=DOCS[doc][b:e]; assert v and v==v.strip(),(doc,v)
    o={"begin":b,"end":e,"verbatim":v}; n=len(re.findall("(?="+re.escape(v)+")",DOCS[doc][:b+len(v)]))
    if n>1: o["nth"]=n
    return o
def emit(o,b): OUT.append((D,b,o)); 
def claimant(g,c):
    if c is None: return {"begin":None,"end":None,"name":None,"kind":"publisher","via":[]}
    r={}
    if "C" in g: r.update(S(g["C"][0]))
    r["name"],r["kind"]=c; r["via"]=[S(x) for x in g.get("V",[])]
    return r
def timed(g,k,v):
    if v is None: return None
    r={}
    if k in g: r.update(S(g[k][0]))
    if isinstance(v,dict): r.update(v)
    else: r["value"]=v
    return r
NO=object()
def common(c,g,cl,when,as_of,said_at,place,mod,loc):
    extra={}
    for k,t in (loc or {}).items():
        n=1
        if isinstance(t,tuple): t,n=t
        extra[k]=find(t,n=n)["F"] if "<" not in t else list(find(t,n=n).values())[0]
    g.update(extra)
    if cl is not NO: c["claimant"]=claimant(g,cl)
    if when is not NO: c["when"]=timed(g,"T",when)
    if as_of is not NO: c["as_of"]=timed(g,"A",as_of)
    if said_at is not NO: c["said_at"]=timed(g,"S",said_at)
    if place is not NO: c["place"]=None if place is None else {**(S(g["P"][0]) if "P" in g else {}),"name":place}
    c["modality"]=mod
def fig(measure,t,low,high=NO,q="exact",c=NO,when=NO,as_of=NO,said_at=NO,place=NO,mod="asserted",key=None,unit="person",series=NO,
        part_of=NO,previous=NO,restates=NO,corrects=NO,n=1,loc=None,ev=None,group=NO):
    g=find(t,n=n)
    if high is NO: high={"at_least":None,"more_than":None}.get(q,low)
    if q=="vague": low=high=None
    if q in("up_to","less_than"): low=None
    if q=="at_least" or q=="more_than": high=None
    f=S(g["F"][0]); COVER[D].append(g["F"][0])
    o={"kind":"figure","measure":measure,"figure":{**f,"low":low,"high":high,"qualifier":q,"unit":unit}}
    gg=dict(g)
    for k,tt in list((loc or {}).items()):
        pass
    common(o2:={},gg,c,when,as_of,said_at,place,mod,loc)
    if "W" in gg: o["wording"]=S(gg["W"][0])
    if "G" in gg: o["group"]=S(gg["G"][0])
    elif group is None: o["group"]=None
    if "D" in gg: o["detail"]=S(gg["D"][0])
    o.update(o2)
    if series is not NO: o["series"]=series
    for k,v in(("part_of",part_of),("previous",previous),("restates",restates),("corrects",corrects)):
        if v is not NO: o[k]=("REF",D+"."+v) if v else None
    rec={"document":D,"claim":o}; emit(rec,f["begin"])
    if key: assert D+"."+key not in KEYS,key; KEYS[D+"."+key]=(D,f,o)
    NUM.append((D,g["F"][0],ev or "MAIN",measure,low,high,q))
NUM=[]
def occ(kind,t,c=NO,when=NO,place=NO,mod="asserted",loc=None,n=1,said_at=NO,key=None):
    g=find(t,n=n); k=S(g["K"][0]); o={"kind":"occurrence","event_kind":kind,"cue":k}
    gg=dict(g); common(o2:={},gg,c,when,NO,said_at,place,mod,loc)
    o["actors"]=[{**S(x),"role":r} for tag,r in(("R","actor"),("O","target")) for x in gg.get(tag,[])]
    o.update(o2); emit({"document":D,"claim":o},k["begin"])
    if key: KEYS[D+"."+key]=(D,k,o)
def per(field,t,low=None,high=NO,c=NO,when=NO,place=NO,mod="asserted",n=1,loc=None,key=None,said_at=NO):
    g=find(t,n=n); p=S(g["N"][0]); o={"kind":"person","person":p,"field":field}
    if "X" in g:
        o["value"]={**S(g["X"][0]),"low":low,"high":low if high is NO else high}; COVER[D].append(g["X"][0])
        NUM.append((D,g["X"][0],p["verbatim"].split()[-1],field,low,o["value"]["high"],"exact"))
    else: o["value"]=None
    gg=dict(g); common(o2:={},gg,c,when,NO,said_at,place,mod,loc); o.update(o2); emit({"document":D,"claim":o},p["begin"])
    if key: KEYS[D+"."+key]=(D,p,o)
def out(reason,*ts):
    for t in ts:
        n=1
        if isinstance(t,tuple): t,n=t
        g=find(t,n=n)
        for s in sorted(x for v in g.values() for x in v):
            COVER[D].append(s); emit({"document":D,"left_out":{**S(s),"reason":reason}},s[0]); NUMLEFT.append((D,s,reason))
NUMLEFT=[]
def facts(**k): emit({"document":D,"is":k},-1)
def kinds(s,times=None):
    ks=[]
    for p in s.split():
        a,_,m=p.partition("*"); ks+= [a]*int(m or 1)
    assert len(ks)==len(BL[D]),(D,len(ks),len(BL[D])); b=0
    for i,(k,x) in enumerate(zip(ks,BL[D])):
        full={"nav":"navigation","head":"headline","date":"dateline"}.get(k,k)
        o={"kind":full,**S((b,b+len(x)))}
        if times and i in times: o["time"]=times[i]
        emit({"document":D,"block":o},b-.5); b+=len(x)+2
def lead(t,n=1): g=find(t,n=n); s=S(list(g.values())[0][0]); emit({"document":D,"lead":s},s["begin"])
def call(to,copies,req,state="current",deadline=None):
    f=lambda t:S(list(find(t).values())[0][0])
    o={"to":[f(x) for x in to],"copies":[f(x) for x in copies],"request":f(req),"state":state}
    if deadline: o["deadline"]={**f(deadline[0]),"value":deadline[1]}
    emit({"document":D,"call":o},o["request"]["begin"])
def P(v,prec,zone=None,ev=None): return {"value":v,"precision":prec,"zone":zone}
exec(open(HERE+"/annotations.py",encoding="utf-8").read())
exec(open(HERE+"/across.py",encoding="utf-8").read()) if os.path.exists(HERE+"/across.py") else None
# ---- references, order, checks
def res(o):
    if isinstance(o,dict): return {k:res(v) for k,v in o.items()}
    if isinstance(o,tuple) and o and o[0]=="REF":
        d,f,_=KEYS[o[1]]; return {k:f[k] for k in("begin","end","verbatim","nth") if k in f}
    if isinstance(o,list): return [res(x) for x in o]
    return o
order=sorted(range(len(OUT)),key=lambda i:(OUT[i][0],OUT[i][1],i))
with open(HERE+"/expected.jsonl","w",encoding="utf-8") as f:
    for i in order: f.write(json.dumps(res(OUT[i][2]),ensure_ascii=False)+"\n")
NW=r"\d[\d  .,:]*\d|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nineteen|twenty|thirty|forty|fifty|sixty-four|twelfth|second|first|third|half|nobody|no one|none|dozens?|several|many|hundreds?|thousands?|million|single|both|twice|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quatorze|soixante-quatre|douzième|deuxième|premier|première|première|demi|demie|aucune?|personne(?! ne veut)|pas un seul|plusieurs|centaines?|dizaines?|vingtaine|trentaine|milliers?|millions|poignée|zéro|double|один|одна|одного|двое|двух|две|два|трое|трёх|три|четверо|четыре|пяти|пять|шестеро|шести|шестисот|шесть|седьмом|семь|восемь|девять|десят\w+|одиннадцать|двадцат\w+|тридцат\w+|полутор\w+|сот\w+|сто|ста|тысяч\w*|миллион\w*|перв\w+|втор(?!ник)\w+|никто|никого|ни одного|несколько|десятки|половин\w+)\b"
seen=0
for d,t in DOCS.items():
    for m in re.finditer(NW,t,re.I):
        if not any(b<=m.start() and m.end()<=e or (b<m.end() and m.start()<e) for b,e in COVER[d]):
            print("UNCOVERED",d,repr(t[max(0,m.start()-35):m.start()]),"[["+m.group()+"]]",repr(t[m.end():m.end()+25])); seen+=1
from collections import Counter
print(Counter(next(k for k in o if k!="document")+("/"+o["claim"]["kind"] if "claim" in o else "") for _,_,o in OUT))

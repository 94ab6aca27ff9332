"""Checks the record against texts/ alone: every verbatim at its span, nth, blocks, closed lists, order, references."""
import json,re,os,sys
H=os.path.dirname(os.path.abspath(__file__)); T={f[:-4]:open(f"{H}/texts/{f}",encoding="utf-8").read() for f in os.listdir(H+"/texts")}
n=0
def spans(o,d):
    global n
    if isinstance(o,dict):
        d=o.get("document",d)
        if isinstance(o.get("begin"),int) and "verbatim" in o:
            v=o["verbatim"]; b=o["begin"]; n+=1
            if "end" in o: assert T[d][b:o["end"]]==v,(d,o)
            assert T[d][b:b+len(v)]==v,(d,o)
            k=len([1 for m in re.finditer("(?="+re.escape(v)+")",T[d]) if m.start()<=b]); assert k==o.get("nth",1),(d,o,k)
        elif isinstance(o.get("begin"),int): raise SystemExit(f"no verbatim {o}")
        for v in o.values(): spans(v,d)
    elif isinstance(o,list):
        for v in o: spans(v,d)
R=[json.loads(l) for l in open(H+"/expected.jsonl",encoding="utf-8")]
for f in("expected","ledger","entities"):
    for l in open(f"{H}/{f}.jsonl",encoding="utf-8"): spans(json.loads(l),None)
BK="headline body list table quote caption update dateline byline teaser related comment contact notice navigation".split()
LR="age date time duration telephone contact money share rank score name address distance measurement thing animal statistic ordinal pronoun".split()
MS="deaths injured missing detained released sentenced displaced participants deployed damaged raised signatures".split()
CK="government police military judiciary rescue hospital ngo international union organiser participants witness media armed_group political_party individual anonymous publisher".split()
EK="protest strike riot attack arrest clash fire explosion accident disaster blackout blockade".split()
QL="exact at_least more_than up_to less_than about almost range vague".split()
bl={}; figs={}
for r in R:
    d=r["document"]
    if "block" in r: assert r["block"]["kind"] in BK; bl.setdefault(d,[]).append(r["block"])
    if "left_out" in r: assert r["left_out"]["reason"] in LR,r
    c=r.get("claim",{})
    if c: 
        if c.get("claimant"): assert c["claimant"]["kind"] in CK,r
        assert c["modality"] in("asserted","denied","uncertain","hypothetical","planned")
    if c.get("kind")=="figure": assert c["measure"] in MS and c["figure"]["qualifier"] in QL; figs.setdefault(d,set()).add(c["figure"]["begin"])
    if c.get("kind")=="occurrence": assert c["event_kind"] in EK,r
for r in R:
    for k in("part_of","previous","restates","corrects"):
        x=r.get("claim",{}).get(k)
        if x: assert x["begin"] in figs[r["document"]],r
for d,b in bl.items():
    assert "\n\n".join(x["verbatim"] for x in b)==T[d],d
    pos=0
    for x in b: assert x["begin"]==pos; pos=x["end"]+2
fb={d:sorted(v) for d,v in figs.items()}
for l in open(H+"/ledger.jsonl",encoding="utf-8"):
    for x in json.loads(l).get("lines",[]):
        for y in [x]+x["restated_by"]: assert y["begin"] in figs[y["document"]],y
lo=[(r["document"],r["left_out"]["begin"],r["left_out"]["end"]) for r in R if "left_out" in r]; assert len(lo)==len(set(lo)),"twice"
for d,b,e in lo:
    for r in R:
        if r["document"]==d and r.get("claim",{}).get("kind")=="figure":
            f=r["claim"]["figure"]; assert not(f["begin"]<e and b<f["end"]),(d,r)
order=[r["document"] for r in R]; assert order==sorted(order)
print("ok: spans checked",n)

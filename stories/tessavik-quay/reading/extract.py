"""Text as the story's README defines it: page -> blocks -> text."""
import re, json, os
from html.parser import HTMLParser
HERE=os.path.dirname(os.path.abspath(__file__)); PAGES=HERE+"/pages"
BLOCK=set("p div h1 h2 h3 h4 h5 h6 li ul ol tr table caption figcaption figure header footer nav section article aside main blockquote body address button form dl dt dd".split())
CELL={"td","th"}
class T(HTMLParser):
    def __init__(s):
        super().__init__(convert_charrefs=True); s.out=[""]; s.skip=0
    def brk(s): s.out.append("")
    def handle_starttag(s,t,a):
        if t in("script","style","head","title"): s.skip+=1
        elif t in BLOCK: s.brk()
        elif t in CELL or t=="br": s.out[-1]+=" "
    def handle_endtag(s,t):
        if t in("script","style","head","title"): s.skip-=1
        elif t in BLOCK: s.brk()
        elif t in CELL: s.out[-1]+=" "
    def handle_data(s,d):
        if not s.skip: s.out[-1]+=d
def norm(b): return [x for x in (re.sub(r"\s+"," ",y).strip() for y in b) if x]
def docs():
    r={}
    for f in sorted(os.listdir(PAGES)):
        raw=open(PAGES+"/"+f,encoding="utf-8").read(); stem,ext=f.rsplit(".",1)
        if ext=="html":
            t=T(); t.feed(raw); t.close(); r[stem]=norm(t.out)
        elif ext=="txt": r[stem]=norm(re.split(r"\n\s*\n",raw))
        elif ext=="jsonl":
            for l in raw.splitlines():
                o=json.loads(l); r[o["id"]]=norm(re.split(r"\n\s*\n",o["text"]))
    return r
if __name__=="__main__":
    os.makedirs(HERE+"/texts",exist_ok=True)
    for i,b in docs().items():
        open(f"{HERE}/texts/{i}.txt","w",encoding="utf-8").write("\n\n".join(b))
        print("=====",i,len(b)); 
        for k,x in enumerate(b): print(k,x)

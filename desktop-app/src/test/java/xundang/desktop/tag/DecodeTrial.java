package xundang.desktop.tag;
import java.awt.image.BufferedImage;
import java.util.*;
import com.google.zxing.*;
import com.google.zxing.common.*;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.qrcode.QRCodeReader;
public class DecodeTrial {
  static boolean zx(BufferedImage i, String t, boolean harder) {
    try { return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(i))), harder?Map.of(DecodeHintType.TRY_HARDER,true):Map.of()).getText().equals(t);} catch(Exception e){return false;}
  }
  public static void main(String[] a) throws Exception {
    int n=Integer.parseInt(a[0]); boolean large=a.length>1 && a[1].equals("large");
    TagReader r=new ZxingTagReader();
    int to=0,tz=0,th=0,tt=0; List<Double> all=new ArrayList<>();
    for (Hardship h: Hardship.values()) {
      if (a.length>2 && !a[2].contains(h.name())) continue;
      int o=0,z=0,th1=0; double ms=0,mx=0; int extra=0; StringBuilder miss=new StringBuilder();
      for(int i=0;i<n;i++){ var c= large? h.makeLarge(i): h.make(i);
        if (a.length>3) javax.imageio.ImageIO.write(c.picture(),"png",new java.io.File(a[3]+"/"+h+"-"+i+".png"));
        long s=System.nanoTime(); var got=r.read(c.picture()); double t=(System.nanoTime()-s)/1e6; ms+=t; mx=Math.max(mx,t); all.add(t);
        if(got.contains(c.text())) o++; else miss.append(i).append(' '); if(got.size()>1|| (got.size()==1&&!got.contains(c.text()))) extra++;
        if(zx(c.picture(),c.text(),false)) z++; if(zx(c.picture(),c.text(),true)) th1++; }
      System.out.printf("%-15s ours %3d  zxing %3d  harder %3d of %d  mean %.0f max %.0f ms wrong %d  missed %s%n",h,o,z,th1,n,ms/n,mx,extra,miss);
      to+=o;tz+=z;th+=th1;tt+=n;
    }
    Collections.sort(all);
    System.out.printf("ALL ours %d zxing %d harder %d of %d; p50 %.0f p95 %.0f max %.0f%n",to,tz,th,tt,all.get(all.size()/2),all.get(all.size()*95/100),all.get(all.size()-1));
    // blank
    for(int k=0;k<3;k++){ var b=new LabelScene(large?4000:1600,large?3000:1200,77+k).blurred(1).grainy(4).picture(); long s=System.nanoTime(); var g=r.read(b); System.out.printf("no code: %s %.0f ms%n",g,(System.nanoTime()-s)/1e6);}
  }
}

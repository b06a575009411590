using System.Globalization;
using System.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>The objects of a document one after another, and the table that says where each begins.</summary>
internal sealed class PdfFile
{
    private const int MostOfABlock = 100;
    private readonly Stream target;
    private readonly List<long> offsets = [];
    private long position;

    public PdfFile(Stream target)
    {
        this.target = target;

        // The second line tells programs that guess by bytes that this is no text.
        Append("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    public void Object(string body)
    {
        Begin();
        Append(body + "\nendobj\n");
    }

    /// <param name="packed">Compressed content.</param>
    public void Stream(byte[] packed, string entries)
    {
        Begin();
        Append(string.Create(CultureInfo.InvariantCulture, $"<</Filter/FlateDecode/Length {packed.Length}{entries}>>\nstream\n"));
        Append(packed);
        Append("\nendstream\nendobj\n");
    }

    public void End(int root, int info)
    {
        var start = position;
        Append(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
        {
            Append(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        }

        Append(string.Create(CultureInfo.InvariantCulture,
            $"trailer\n<</Size {offsets.Count + 1}/Root {root} 0 R/Info {info} 0 R>>\nstartxref\n{start}\n%%EOF\n"));
    }

    public static string Unicode(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>From glyphs back to characters.</summary>
    public static string CharacterMap(IReadOnlyDictionary<int, int> characters)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Characters def /CMapType "
            + "2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in characters.Chunk(MostOfABlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (number, character) in block)
            {
                map.Append(CultureInfo.InvariantCulture,
                    $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap end end").ToString();
    }

    private void Begin()
    {
        offsets.Add(position);
        Append(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n"));
    }

    private void Append(string text) => Append(Encoding.Latin1.GetBytes(text));

    private void Append(byte[] bytes)
    {
        target.Write(bytes);
        position += bytes.Length;
    }
}

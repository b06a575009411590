using System.Text;
using System.Text.RegularExpressions;

namespace Portal.TestKit.Mail;

/// <summary>
/// A raw message decoded as far as tests need: headers, the plain and the HTML text, the names of attached files.
/// </summary>
public sealed partial class MimeText
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly string body;

    private MimeText(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        body = end < 0 ? "" : raw[(end + 4)..];
        foreach (var line in Folds().Replace(end < 0 ? raw : raw[..end], " ").Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.TryAdd(line[..colon], Words(line[(colon + 1)..].Trim()));
        }
    }

    public string Subject => Header("Subject") ?? "";

    public string Plain => Leaf("text/plain")?.Decoded() ?? "";

    public string Html => Leaf("text/html")?.Decoded() ?? "";

    public IReadOnlyList<string> AttachedFiles =>
        [.. Leaves().Select(part => part.Parameter("Content-Disposition", "filename")).OfType<string>()];

    private string Type => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim();

    public static MimeText Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new(raw.ReplaceLineEndings("\r\n"));
    }

    public string? Header(string name) => headers.GetValueOrDefault(name);

    private MimeText? Leaf(string type) =>
        Leaves().FirstOrDefault(part => part.Type == type && part.Parameter("Content-Disposition", "filename") is null);

    private IEnumerable<MimeText> Leaves()
    {
        if (Parameter("Content-Type", "boundary") is not { } boundary)
        {
            return [this];
        }

        return ("\r\n" + body).Split("\r\n--" + boundary).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal))
            .SelectMany(part => Parse(part.TrimStart('\r', '\n')).Leaves());
    }

    private string? Parameter(string header, string name) =>
        Regex.Match(Header(header) ?? "", $"""[;\s]{name}="?([^";]+)"?""", RegexOptions.IgnoreCase) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private string Decoded()
    {
        var encoding = Encoding.GetEncoding(Parameter("Content-Type", "charset") ?? "utf-8");
        return Header("Content-Transfer-Encoding")?.ToUpperInvariant() switch
        {
            "BASE64" => encoding.GetString(Convert.FromBase64String(body)),
            "QUOTED-PRINTABLE" => encoding.GetString(Unquoted(body.Replace("=\r\n", "", StringComparison.Ordinal))),
            _ => body,
        };
    }

    // RFC 2047: =?utf-8?B?…?= and =?utf-8?Q?…?=; white space between two of them does not count, and a character may be
    // cut in two.
    private static string Words(string value) => EncodedWords().Replace(value, run =>
    {
        var words = EncodedWord().Matches(run.Value);
        var bytes = words.SelectMany(word => word.Groups[2].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups[3].Value)
            : Unquoted(word.Groups[3].Value.Replace('_', ' '))).ToArray();
        return Encoding.GetEncoding(words[0].Groups[1].Value).GetString(bytes);
    });

    private static byte[] Unquoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex(@"=\?[^?]+\?[BbQq]\?[^?]*\?=(?:\s*=\?[^?]+\?[BbQq]\?[^?]*\?=)*")]
    private static partial Regex EncodedWords();

    [GeneratedRegex(@"=\?([^?]+)\?([BbQq])\?([^?]*)\?=")]
    private static partial Regex EncodedWord();
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Portal.Web.Mail;

/// <summary>
/// A mail as HTML that reads well from 320 px up, light and dark,
/// without pictures and without anything fetched from elsewhere.
/// </summary>
internal static class HtmlMail
{
    private const string StandardColor = "#0017C1";

    // Everything that is not ours passes through here; markup in a name is shown, not followed (IV-14).
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(MailFrame frame, IEnumerable<MailPart> parts)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{E(frame.Language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{E(frame.Title)}</title>
            <style>
            {Style(frame.Color ?? StandardColor)}
            </style>
            </head>
            <body>
            <div class="mail">
            <p class="portal">{E(frame.PortalName)}</p>
            <h1>{E(frame.Title)}</h1>

            """);
        html.AppendJoin('\n', parts.Select(part => Html(part, frame))).Append('\n');
        return html.Append(Foot(frame)).Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static string Html(MailPart part, MailFrame frame) => part switch
    {
        MailPart.Paragraph paragraph => $"<p>{E(paragraph.Text)}</p>",
        MailPart.Code code => $"<p class=\"label\">{E(code.Label)}</p>\n<p class=\"code\">{E(code.Value)}</p>",
        MailPart.Button button => Button(button, frame),
        MailPart.Facts facts => Table(facts.Rows),
        MailPart.Items items => "<ul>" + string.Concat(items.Lines.Select(line => $"<li>{E(line)}</li>")) + "</ul>",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    // The address is shown too: what a button hides cannot be checked before it is followed.
    private static string Button(MailPart.Button button, MailFrame frame)
    {
        var target = E(button.Target.AbsoluteUri);
        return $"<p><a class=\"button\" href=\"{target}\">{E(button.Label)}</a></p>\n<p class=\"hint\">{E(frame.LinkHint)}<br><a "
            + $"href=\"{target}\">{target}</a></p>";
    }

    private static string Table(IEnumerable<MailFact> rows) =>
        "<table>"
            + string.Concat(rows.Select(row => $"<tr><th scope=\"row\">{E(row.Label)}</th><td>{E(row.Value)}</td></tr>")) + "</table>";

    private static string Foot(MailFrame frame)
    {
        var contacts = frame.Contacts.Count == 0 ? "" : $"<h2>{E(frame.ContactTitle)}</h2>\n{Table(frame.Contacts)}\n";
        var warning = frame.NotYours is { } notYours ? $"<h2>{E(frame.NotYoursTitle)}</h2>\n<p>{E(notYours)}</p>\n" : "";
        return $"""
            <hr>
            {warning}<p>{E(frame.Reason)}<br>{E(frame.SendOnly)}</p>
            {contacts}
            """;
    }

    private static string Style(string color) => $$"""
        body{margin:0;background:#f2f2f2;color:#1a1a1a;overflow-wrap:break-word;
          font:16px/1.75 "Noto Sans JP","Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif}
        .mail{max-width:36rem;margin:0 auto;padding:24px 16px;background:#fff}
        .portal{margin:0;font-weight:700}
        h1{margin:8px 0 16px;font-size:1.375rem;line-height:1.5;word-break:auto-phrase;text-wrap:balance}
        h2{margin:16px 0 4px;font-size:1rem}
        p{margin:0 0 16px}
        .label{margin:0}
        .code{padding:8px 16px;border:1px solid #666;border-radius:6px;word-break:break-all;
          font:700 1.5rem/1.5 "Noto Sans Mono",ui-monospace,monospace}
        .button{display:inline-block;padding:12px 24px;border-radius:8px;background:{{color}};color:#fff;
          font-weight:700;text-decoration:none}
        .hint{font-size:.875rem;word-break:break-all}
        table{margin:0 0 16px;border-collapse:collapse}
        th,td{padding:4px 16px 4px 0;text-align:left;vertical-align:top;font-weight:400}
        th{min-width:5em;color:#595959}
        td{overflow-wrap:anywhere}
        ul{margin:0 0 16px;padding-left:1.5em}
        hr{margin:24px 0 16px;border:0;border-top:1px solid #ccc}
        @media(prefers-color-scheme:dark){
        body{background:#111418;color:#f2f2f2}.mail{background:#1c2127}th{color:#b3b3b3}a{color:#9db7f9}.button{color:#fff}
        }
        """;

    private static string E(string text) => Encoder.Encode(text);
}

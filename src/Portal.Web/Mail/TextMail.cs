using System.Text;

namespace Portal.Web.Mail;

/// <summary>A mail as plain text, for readers without HTML and for those who look behind links.</summary>
internal static class TextMail
{
    private const string Rule = "----------------------------------------";

    public static string Render(MailFrame frame, IEnumerable<MailPart> parts)
    {
        var text = new StringBuilder();
        Block(text, frame.PortalName, frame.Title);
        foreach (var part in parts)
        {
            Block(text, [.. Lines(part)]);
        }

        if (frame.NotYours is { } notYours)
        {
            Block(text, Rule, frame.NotYoursTitle, notYours);
            Block(text, frame.Reason, frame.SendOnly);
        }
        else
        {
            Block(text, Rule, frame.Reason, frame.SendOnly);
        }

        if (frame.Contacts.Count > 0)
        {
            Block(text, [frame.ContactTitle, .. frame.Contacts.Select(Line)]);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static IEnumerable<string> Lines(MailPart part) => part switch
    {
        MailPart.Paragraph paragraph => [paragraph.Text],
        MailPart.Code code => [code.Label, code.Value],
        MailPart.Button button => [button.Label, button.Target.AbsoluteUri],
        MailPart.Facts facts => facts.Rows.Select(Line),
        MailPart.Items items => items.Lines.Select(line => "- " + line),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string Line(MailFact fact) => $"{fact.Label}: {fact.Value}";

    private static void Block(StringBuilder text, params string[] lines) => text.AppendJoin('\n', lines).Append("\n\n");
}

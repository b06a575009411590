namespace Portal.Web.Mail;

/// <summary>
/// What a mail says, part by part; becomes text and HTML. Parts hold plain text: markup in them stays visible, line
/// breaks in them become blanks, so that a name can neither format nor imitate the mail around it (IV-14).
/// </summary>
public sealed class MailBody(string subject)
{
    private readonly List<MailPart> parts = [];

    /// <summary>
    /// What the reader is asked or told, at most 25 full-width
    /// characters; the portal's name follows it. Never a secret.
    /// </summary>
    public string Subject { get; } = OneLine.Of(subject);

    internal IReadOnlyList<MailPart> Parts => parts;

    internal string? NotYours { get; private set; }

    internal string? Reason { get; private set; }

    public MailBody Paragraph(string text) => Add(new MailPart.Paragraph(OneLine.Of(text)));

    /// <summary>A code or password on a line of its own, to be copied.</summary>
    public MailBody Code(string label, string code) => Add(new MailPart.Code(OneLine.Of(label), OneLine.Of(code)));

    public MailBody Button(string label, Uri target) => Add(new MailPart.Button(OneLine.Of(label), target));

    /// <summary>A small table; facts without a value are left out.</summary>
    public MailBody Facts(params (string Label, string? Value)[] facts) =>
        Add(new MailPart.Facts([.. facts.Where(fact => !string.IsNullOrEmpty(fact.Value))
            .Select(fact => new MailFact(OneLine.Of(fact.Label), OneLine.Of(fact.Value!)))]));

    public MailBody List(IEnumerable<string> items) => Add(new MailPart.Items([.. items.Select(OneLine.Of)]));

    /// <summary>
    /// What to do when the reader knows nothing of it; without it, a mail that warns of others names the tenant's
    /// contact.
    /// </summary>
    public MailBody IfNotYours(string text)
    {
        NotYours = OneLine.Of(text);
        return this;
    }

    /// <summary>Why the reader gets this mail; without it, that the address is registered here.</summary>
    public MailBody Because(string text)
    {
        Reason = OneLine.Of(text);
        return this;
    }

    private MailBody Add(MailPart part)
    {
        parts.Add(part);
        return this;
    }
}

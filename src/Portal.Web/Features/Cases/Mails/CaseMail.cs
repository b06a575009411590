using Portal.Rules.Cases;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Mail;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>
/// What happened to a case, for one reader (CASE-7): what was said and a link. The text goes in as it was typed, line
/// by line, and formats nothing.
/// </summary>
/// <param name="Words">Names the texts: "Mail.{Words}.Subject", "Mail.{Words}.Lead".</param>
/// <param name="Who">Whose act it is; null for the reader's own. Texts take it as <see cref="By"/> says it.</param>
internal sealed record CaseMail(string Words, SupportCase Row, string? Who, string? Said) : PortalMail
{
    /// <summary>Names of what was attached; a mail carries no file.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Its reader manages the contract; author and followers may not be told.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>It was the provider: who gets an answer sees at once whether it is one.</summary>
    public bool IsOfSupport { get; init; }

    /// <summary>Lines of a long text; the page has all of it.</summary>
    private const int MostLines = 60;

    public const string Name = "case";

    /// <summary>Signs of a text that stands among others in a digest.</summary>
    private const int LineLength = 200;

    public override string Kind => Name;

    public override IReadOnlyList<string> Threads => [$"case.{Row.Id:N}"];

    /// <summary>Nobody did it, time did: no limit keeps back that a case closes, or is about to (CASE-3).</summary>
    public bool ByItself { get; init; }

    public override MailCap? Cap => ByItself ? null : MailCap.Case;

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var number = CaseNumber.Of(Row.Number);
        var body = new MailBody(to.Text<CasesText>(IsOver ? "Mail.Commented.Subject" : $"Mail.{Words}.Subject", number))
            .Paragraph(IsOver ? Happened(to) : Lead(to))
            .Facts(
                (to.Text<CasesText>("Number"), number),
                (to.Text<CasesText>("Subject"), Row.Subject),
                (to.Text<CasesText>("Status"), to.Text<CaseSharedText>("Status." + Row.Status)));
        foreach (var line in Lines())
        {
            body.Paragraph(line);
        }

        if (Files.Count > 0)
        {
            body.Facts((to.Text<CasesText>("Files"), string.Join(to.Text<CasesText>("Comma"), Files)));
        }

        return body.Button(to.Text<CasesText>("Mail.Open"), to.Link(CasePaths.Mailed(Row.Number)))
            .Because(to.Text<CasesText>(IsForManagers ? "Mail.ReasonOfManagers" : "Mail.Reason"));
    }

    /// <summary>The same in one line.</summary>
    internal string Line(MailContext to)
    {
        var lead = Asked is null ? Lead(to) : Happened(to);
        return string.IsNullOrWhiteSpace(Said) ? lead : $"{lead} {Shortened.WithEllipsis(Said.Trim(), LineLength)}";
    }

    /// <summary>The status in which it asks its reader for something; null where it asks for nothing.</summary>
    private CaseStatus? Asked => Words switch
    {
        "Moved.Ask" => CaseStatus.AwaitingCustomer,
        "Moved.Solve" => CaseStatus.Resolved,
        _ => null,
    };

    /// <summary>What it asks for was done while it waited.</summary>
    private bool IsOver => Asked is { } status && status != Row.Status;

    /// <summary>What happened, without a call to act: a digest says that of the case as it is.</summary>
    private string Happened(MailContext to) => to.Text<CasesText>($"Mail.{Words}.Line");

    private string Lead(MailContext to) => to.Text<CasesText>($"Mail.{Words}.Lead", By(to), Closes(to));

    /// <summary>Of a reminder: when the case closes by itself.</summary>
    private string Closes(MailContext to) => Row is { ResolvedAt: { } resolved, RemindedAt: not null }
        ? to.Time(ClosingRules.End(new ClosingFacts(resolved, to.Tenant.Profile.Cases.CloseAfterDays, Row.Reminded, Row.RemindedAt)))
        : "";

    private string By(MailContext to) =>
        Who is null ? "" : to.Text<CasesText>(IsOfSupport ? "Mail.BySupport" : "Mail.ByColleague", Who);

    private IEnumerable<string> Lines()
    {
        string[] lines = [.. (Said ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return lines.Length > MostLines ? [.. lines.Take(MostLines), "…"] : lines;
    }
}

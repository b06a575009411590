using Portal.Rules.Cases;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Mail;

namespace Portal.Web.Features.WorkRequests.Mails;

/// <summary>What was sent, and what becomes of it, for who sent it (WORK-2, WORK-3).</summary>
/// <param name="Words">
/// Names the texts: "Mail.{Words}.Subject", "Mail.{Words}.Lead" and, without points, "Mail.{Words}.FreeLead". A lead
/// may say who decided.
/// </param>
/// <param name="CaseNumber">Of the case that came of it; null where there is none.</param>
internal sealed record WorkRequestMail(string Words, WorkRequest Row, int? CaseNumber) : PortalMail
{
    /// <summary>Lines of one text; the page has all of it.</summary>
    private const int MostLines = 20;

    /// <summary>Names of what was attached; a mail carries no file.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>False for a manager who is told in place of who sent it.</summary>
    public bool IsAuthors { get; init; } = true;

    public override string Kind => "work-request";

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var number = WorkRequestNumber.Of(Row.Number);
        var body = new MailBody(to.Text<WorkRequestsText>($"Mail.{Words}.Subject", number))
            .Paragraph(to.Text<WorkRequestsText>($"Mail.{Words}.{(Row.Cost == 0 ? "FreeLead" : "Lead")}", Row.DecidedBy ?? ""));
        foreach (var line in Lines(Row.Reason))
        {
            body.Paragraph(line);
        }

        body.Facts(
            (to.Text<WorkRequestsText>("Number"), number),
            (to.Text<WorkRequestsText>("Work"), Row.TitleIn(to.Language)),
            (to.Text<WorkRequestsText>("PointsNeeded"), Row.Cost == 0 ? to.Text<WorkSharedText>("NoPoints") : to.Number(Row.Cost)),
            (to.Text<WorkRequestsText>("Status"), to.Text<WorkSharedText>("Status." + Row.Status)),
            (to.Text<WorkRequestsText>("Case"), CaseNumber is { } opened ? Rules.Cases.CaseNumber.Of(opened) : null));
        Answers(body, to);
        return body.Button(to.Text<WorkRequestsText>("Mail.Open"), to.Link(WorkRequestPaths.Mailed(Row.Number)))
            .Because(to.Text<WorkRequestsText>(IsAuthors ? "Mail.Reason" : "Mail.ReasonOfManager"));
    }

    private void Answers(MailBody body, MailContext to)
    {
        var fields = WorkAnswerText.Of(WorkCatalogue.Read(Row.Asked!), WorkAnswer.Parse(Row.Answers), to.Language);
        foreach (var field in fields)
        {
            body.Paragraph(field.Label);
            body.List(field.Value is { } value
                ? Lines(value)
                : field.Rows.Select(row => string.Join(" / ", row.Where(cell => cell.Length > 0))));
        }

        if (Files.Count > 0)
        {
            body.Paragraph(to.Text<WorkRequestsText>("Files"));
            body.List(Files);
        }
    }

    private static IEnumerable<string> Lines(string? text)
    {
        string[] lines = [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return lines.Length > MostLines ? [.. lines.Take(MostLines), "…"] : lines;
    }
}

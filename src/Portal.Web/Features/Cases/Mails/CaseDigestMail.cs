using Portal.Rules.Cases;
using Portal.Rules.Text.Counting;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Mail;

namespace Portal.Web.Features.Cases.Mails;

/// <summary>What happened to one's cases within a short time (CASE-7): case by case, each with its link.</summary>
internal sealed record CaseDigestMail(IReadOnlyList<CaseMail> Told) : PortalMail
{
    public const string Name = "case-digest";

    private const int MostCases = 20;

    /// <summary>Of one case; its page has all.</summary>
    private const int MostLines = 20;

    public override string Kind => Name;

    public override MailCap? Cap => MailCap.Case;

    public override IReadOnlyList<string> Threads => [.. Told.SelectMany(each => each.Threads).Distinct().Take(MostCases)];

    public override MailBody Write(MailContext to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var cases = Told.GroupBy(each => each.Row.Number).ToList();
        var body = new MailBody(to.Text<CasesText>(CountedKey.Of("Mail.Digest.Subject", cases.Count), to.Number(Told.Count)))
            .Paragraph(to.Text<CasesText>("Mail.Digest.Lead"));
        foreach (var news in cases.Take(MostCases))
        {
            Write(body, to, [.. news]);
        }

        if (cases.Count > MostCases)
        {
            var more = cases.Count - MostCases;
            body.Paragraph(to.Text<CasesText>(CountedKey.Of("Mail.Digest.MoreCases", more), to.Number(more)))
                .Button(to.Text<CasesText>("Mail.Digest.ToList"), to.Link(CasePaths.MailedList));
        }

        return body.Because(to.Text<CasesText>(Told.All(each => each.IsForManagers) ? "Mail.ReasonOfManagers" : "Mail.Reason"));
    }

    private static void Write(MailBody body, MailContext to, List<CaseMail> news)
    {
        var row = news[0].Row;
        IEnumerable<string> lines = news.Take(MostLines).Select(each => each.Line(to));
        body.Facts(
                (to.Text<CasesText>("Number"), CaseNumber.Of(row.Number)),
                (to.Text<CasesText>("Subject"), row.Subject),
                (to.Text<CasesText>("Status"), to.Text<CaseSharedText>("Status." + row.Status)))
            .List(news.Count > MostLines
                ? lines.Append(to.Text<CasesText>("Mail.Digest.MoreLines", to.Number(news.Count - MostLines)))
                : lines)
            .Button(to.Text<CasesText>("Mail.Open"), to.Link(CasePaths.Mailed(row.Number)));
    }
}

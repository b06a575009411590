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

    /// <summary>By id, the numbers of its reader's contracts; none where there is one.</summary>
    public IReadOnlyDictionary<Guid, string> Contracts { get; init; } = new Dictionary<Guid, string>();

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

        foreach (var more in cases.Skip(MostCases).GroupBy(news => Contracts.GetValueOrDefault(news.First().Row.ContractId)))
        {
            WriteMore(body, to, more.Key, more.Count());
        }

        return body.Because(to.Text<CasesText>(Told.All(each => each.IsForManagers) ? "Mail.ReasonOfManagers" : "Mail.Reason"));
    }

    /// <param name="contract">Named where the reader may work for another one.</param>
    private static void WriteMore(MailBody body, MailContext to, string? contract, int count) => body
        .Paragraph(contract is null
            ? to.Text<CasesText>(CountedKey.Of("Mail.Digest.MoreCases", count), to.Number(count))
            : to.Text<CasesText>(CountedKey.Of("Mail.Digest.MoreOfContract", count), to.Number(count), contract))
        .Button(
            contract is null ? to.Text<CasesText>("Mail.Digest.ToList") : to.Text<CasesText>("Mail.Digest.ToListOf", contract),
            to.Link(CasePaths.MailedList(contract)));

    private static void Write(MailBody body, MailContext to, List<CaseMail> news)
    {
        var row = news[0].Row;
        IEnumerable<string> lines = news.Take(MostLines).Select(each => each.Line(to));
        body = body.Facts(
                (to.Text<CasesText>("Number"), CaseNumber.Of(row.Number)),
                (to.Text<CasesText>("Subject"), row.Subject),
                (to.Text<CasesText>("Status"), to.Text<CaseSharedText>("Status." + row.Status)))
            .List(news.Count > MostLines
                ? lines.Append(to.Text<CasesText>("Mail.Digest.MoreLines", to.Number(news.Count - MostLines)))
                : lines);
        if (CaseRules.AwaitsCustomer(row.Status))
        {
            body = body.Paragraph(to.Text<CasesText>("Mail.Digest.Todo." + row.Status));
        }

        body.Button(to.Text<CasesText>("Mail.Open"), to.Link(CasePaths.Mailed(row.Number)));
    }
}

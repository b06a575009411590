using System.Globalization;
using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.RichTexts;
using Portal.Web.Files.Stored;

namespace Portal.Web.Data.Seed.Cases;

/// <summary>Cases of two contracts in every status, with what was said in them.</summary>
internal sealed class DemoCases(DemoSite site, IReadOnlyList<(Guid Id, string Name)> staff, WorkingCalendar desk)
{
    private static readonly (string Host, string Address)[] Systems =
        [("web01.honsha.example.jp", "192.0.2.45"), ("mail02.center.example.net", "198.51.100.23")];

    private readonly List<SupportCase> rows = [];

    /// <param name="contract">Whose cases they are.</param>
    /// <param name="people">Who writes them.</param>
    public void Add(Contract contract, IReadOnlyList<PortalUser> people, int system)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(people);
        for (var i = 0; i < DemoTalks.All.Count; i++)
        {
            Add(contract, people, DemoTalks.All[i], i + system, Systems[system]);
        }
    }

    /// <summary>What an accepted work request opened.</summary>
    public SupportCase AddAccepted(Contract contract, PortalUser author, string subject, string text, DateTimeOffset at) =>
        Open(contract, [author], new DemoTalk(CaseKind.WorkRequest, subject, DemoTalk.Desk(text)), 0, Systems[0], at);

    /// <summary>Numbers rise with time.</summary>
    public void Store()
    {
        var number = 0;
        foreach (var row in rows.OrderBy(row => row.CreatedAt))
        {
            row.Number = ++number;
        }

        site.Db.Cases.AddRange(rows);
    }

    private void Add(Contract contract, IReadOnlyList<PortalUser> people, DemoTalk talk, int turn, (string Host, string Address) system)
    {
        // What is still in work was asked lately.
        var isWaiting = talk.Turns.Last(each => !each.IsNote) is { Side: CaseSide.Customer, Move: not (CaseMove.Approve or CaseMove.Close) }
            or { Move: CaseMove.Take };
        var opened = (isWaiting, turn % 2) switch
        {
            (true, 0) => site.Clock.Now.AddMinutes(-15 - (turn * 17 % 150)),
            (true, _) => site.Clock.On(1 + (turn % 3), (9 * 60) + (turn * 37 % 480)),
            _ => site.Clock.On(2 + (turn * 5 % 60), (9 * 60) + (turn * 37 % 480)),
        };
        Open(contract, people, talk, turn, system, opened);
    }

    private SupportCase Open(Contract contract, IReadOnlyList<PortalUser> people, DemoTalk talk, int turn,
        (string Host, string Address) system, DateTimeOffset opened)
    {
        var isProviders = talk.Turns[0].Side == CaseSide.Agent;
        var author = people[turn % people.Count];
        var agent = staff.Count == 0 ? (Id: (Guid?)null, Name: "運用担当") : (staff[turn % staff.Count].Id, staff[turn % staff.Count].Name);
        string Filled(string text) => string.Format(CultureInfo.InvariantCulture, text, system.Host, system.Address, $"{opened.Month}月");
        var row = new SupportCase
        {
            Id = Guid.CreateVersion7(opened),
            TenantId = site.Tenant.Id,
            ContractId = contract.Id,
            Kind = talk.Kind,
            Priority = talk.Priority,
            Subject = Filled(talk.Subject),
            Status = isProviders ? CaseStatus.InProgress : CaseStatus.New,
            AuthorId = author.Id,
            AuthorName = author.DisplayName,
            AuthorKana = author.FamilyNameKana + author.GivenNameKana,
            IsConfidential = talk.IsConfidential,
            CreatedAt = opened,
            Version = talk.Turns.Count,
        };
        rows.Add(row);
        if (isProviders || talk.Turns.Any(each => each.Move == CaseMove.Take))
        {
            (row.AssigneeId, row.AssigneeName) = (agent.Id, agent.Name);
        }

        var at = opened;
        foreach (var each in talk.Turns)
        {
            var who = each.Side == CaseSide.Customer ? (author.Id, author.DisplayName) : (agent.Id, agent.Name);
            Say(row, each, who, each.Text is null ? null : Filled(each.Text), at);
            at = Sooner(at.AddHours(1 + (turn % 5)), site.Clock.Now);
        }

        site.Db.CaseFollowers.AddRange(people.Where(user => user.Id != author.Id).Take(talk.Followers)
            .Select(user => new CaseFollower { TenantId = site.Tenant.Id, CaseId = row.Id, UserId = user.Id, AddedAt = opened }));
        return row;
    }

    private void Say(SupportCase row, DemoTurn turn, (Guid? Id, string Name) who, string? text, DateTimeOffset at)
    {
        var (from, was) = (row.Status, CaseClocks.FactsOf(row));
        var moved = turn.Move is { } move && CaseRules.Decide(turn.Side, from, move) is CaseDecision.Allowed allowed
            ? allowed.To
            : (CaseStatus?)null;
        if (turn.Move is not null && moved is null)
        {
            throw new InvalidOperationException($"\"{row.Subject}\" does not move by {turn.Move} from {from}.");
        }

        var entry = new CaseEntry
        {
            Id = Guid.CreateVersion7(at),
            TenantId = site.Tenant.Id,
            CaseId = row.Id,
            Order = ++row.EntryCount,
            Kind = turn.IsNote ? CaseEntryKind.Note
                : text is null || turn.Move == CaseMove.Reject ? CaseEntryKind.StatusChange
                : CaseEntryKind.Comment,
            IsInternal = turn.IsNote,
            Side = turn.Side,
            AuthorId = who.Id,
            AuthorName = who.Name,
            At = at,
            Source = text,
            Html = text is null ? null : RichText.ToHtml(text),
            From = moved is null ? null : from,
            To = moved,
            FileCount = turn.File is null ? 0 : 1,
        };
        site.Db.CaseEntries.Add(entry);
        if (turn.File is { } file && who.Id is { } sender)
        {
            DemoFiles.Add(site, new FileOwner("case", entry.Id), (sender, who.Name, row.ContractId), file.Resource, file.Name, at);
        }

        if (!turn.IsNote)
        {
            Change(row, turn, moved ?? from, at);
            if (turn is { Side: CaseSide.Agent, Text: not null })
            {
                row.FirstAnsweredAt ??= at;
            }

            CaseClocks.Wind(site.Tenant, desk, row, was, at);
        }
    }

    private static void Change(SupportCase row, DemoTurn turn, CaseStatus status, DateTimeOffset at)
    {
        (row.Status, row.UpdatedAt) = (status, at);
        row.WaitingSince = status == CaseStatus.Closed ? null
            : turn.Side == CaseSide.Customer ? row.WaitingSince ?? at
            : turn.Move == CaseMove.Take ? row.WaitingSince : null;
        row.ResolvedAt = status is CaseStatus.Resolved ? at : status is CaseStatus.Closed ? row.ResolvedAt : null;
        row.ClosedAt = status is CaseStatus.Closed ? at : null;
    }

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

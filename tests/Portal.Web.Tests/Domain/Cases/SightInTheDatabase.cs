using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Domain.Cases;

/// <summary>Who sees which case: rule and query say the same, of every case and every reader there can be.</summary>
public sealed class SightInTheDatabase : IAsyncLifetime
{
    private const string Tenant = "security";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task CASE_6_OfEveryReaderAndEveryCase_RuleAndQuerySayTheSame()
    {
        bool[] both = [false, true];
        var readers = new List<(Guid Id, bool IsManager, bool IsChosen)>();
        foreach (var manager in both)
        {
            foreach (var chosen in both)
            {
                var account = new Account(Tenant, $"reader{readers.Count}@example.jp.cs") { IsManager = manager };
                readers.Add((await account.AddToAsync(app), manager, chosen));
            }
        }

        await new Account(Tenant, "other@example.jp.cs") { Contract = "C-900002" }.AddToAsync(app);
        await app.InTenantAsync(Tenant, services => CompareAsync(services, readers));
    }

    private static async Task CompareAsync(IServiceProvider services, List<(Guid Id, bool IsManager, bool IsChosen)> readers)
    {
        var (db, sights) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CaseSights>());
        var contracts = await db.Contracts.OrderBy(row => row.Number).ToListAsync();
        db.CaseViewers.AddRange(readers.Where(reader => reader.IsChosen)
            .Select(reader => new CaseViewer { ContractId = contracts[0].Id, UserId = reader.Id }));
        var facts = new List<(SupportCase Row, Guid? Author, Guid? Follower)>();
        foreach (var contract in contracts)
        {
            Guid?[] people = [null, .. readers.Select(reader => (Guid?)reader.Id)];
            foreach (var (author, follower, confidential) in from author in people
                                                             from follower in people
                                                             from confidential in new[] { false, true }
                                                             select (author, follower, confidential))
            {
                facts.Add((Add(db, contract.Id, facts.Count + 1, author, follower, confidential), author, follower));
            }
        }

        Ask(db, contracts[0].Id, readers[^1].Id, facts);
        await db.SaveChangesAsync();
        foreach (var visibility in Enum.GetValues<CaseVisibility>())
        {
            foreach (var (id, isManager, isChosen) in readers)
            {
                var reader = new CaseReader(id, contracts[0].Id, isManager, visibility);
                var seen = facts.Where(fact => new CaseSight(fact.Row.ContractId == contracts[0].Id, fact.Author == id, fact.Follower == id,
                    isManager, isChosen, fact.Row.IsConfidential, visibility).IsSeen).Select(fact => fact.Row.Number).ToList();

                (await sights.Of(reader).OrderBy(row => row.Number).Select(row => row.Number).ToListAsync())
                    .ShouldBe(seen, $"{visibility}, manager {isManager}, chosen {isChosen}");
                (await sights.WaitingFor(reader).CountAsync()).ShouldBe(seen.Count);
                await CompareHomeAsync(services, reader);
                await CompareListAsync(services, reader, [.. facts.Select(fact => fact.Row).Where(row => seen.Contains(row.Number))]);
            }
        }
    }

    /// <summary>So is what the home counts, of all that it counts.</summary>
    private static async Task CompareHomeAsync(IServiceProvider services, CaseReader reader)
    {
        var (db, session) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CurrentSession>());
        var user = await db.Users.AsNoTracking().Include(row => row.Contract).SingleAsync(row => row.Id == reader.UserId);
        user.Contract!.CaseVisibility = reader.Visibility;
        session.Enter(new SessionLookup(new Session { UserId = user.Id, User = user, SidHash = [], SecurityStamp = "" }, null));
        CaseReader.Of(user).ShouldBe(reader);
        List<HomeAsk> asks = [.. services.GetServices<IHomeSection>().Select(section => section.Ask()).OfType<HomeAsk>()];
        IReadOnlyList<HomeCount> anew = [.. asks.SelectMany(ask => ask.Counts(db))];
        var (compiled, expected) = (await db.ReadAsync(asks), await anew.ReadAsync());

        anew.Select(count => compiled[count.Key]).ShouldBe(anew.Select(count => expected[count.Key]), $"{reader}");
        compiled["cases/questions"].ShouldBe(await services.GetRequiredService<CaseSights>().Of(reader).CountAsync());
        compiled["requests/any"].ShouldBe(1);
    }

    /// <summary>The list as it opens is put together once for readers of a kind, and is each one's own.</summary>
    private static async Task CompareListAsync(IServiceProvider services, CaseReader reader, IReadOnlyCollection<SupportCase> seen)
    {
        var (query, sights) = (services.GetRequiredService<CaseQuery>(), services.GetRequiredService<CaseSights>());
        foreach (var view in Enum.GetValues<CaseView>())
        {
            var filter = new CaseFilter { View = CaseFilter.Key(view) };
            var rows = (await query.ReadAsync(reader, filter)).Page.Rows;
            var all = (await (await query.AllAsync(reader, filter)).Take(ListPages.UsualSize).ToListAsync()).ConvertAll(row => row.Number);

            rows.Select(row => row.Number).ShouldBe(all, $"{view}: {reader}");
            var count = view switch
            {
                CaseView.Mine => await sights.OwnOf(reader).CountAsync(),
                CaseView.Monthly => seen.Count(row => row.Kind == CaseKind.MonthlyReport),
                _ => seen.Count,
            };
            all.Count.ShouldBe(Math.Min(count, ListPages.UsualSize), $"{view}: {reader}");
        }
    }

    /// <summary>Work that was asked for and declined: by each of two, and what became a case.</summary>
    private static void Ask(PortalDbContext db, Guid contractId, Guid author, List<(SupportCase Row, Guid? Author, Guid? Follower)> cases)
    {
        var item = new WorkItem { Id = Guid.CreateVersion7(), Code = "sight", Edition = 1 };
        db.AddRange(item, new WorkItemVersion { ItemId = item.Id, Edition = 1, Definition = "{}" });
        (Guid? Author, Guid? Case)[] asked = [(author, null), (null, null), .. cases.Where(each => each.Row.ContractId == contractId)
            .Select(each => (each.Author, (Guid?)each.Row.Id))];
        db.AddRange(asked.Select((each, at) => new WorkRequest
        {
            Id = Guid.CreateVersion7(),
            Number = at + 1,
            ContractId = contractId,
            AuthorId = each.Author,
            ItemId = item.Id,
            Edition = 1,
            TitleJa = "作業",
            TitleEn = "Work",
            Answers = "{}",
            Status = WorkStatus.Declined,
            DecidedAt = DateTimeOffset.MaxValue.AddDays(-1),
            CaseId = each.Case,
        }));
    }

    private static SupportCase Add(PortalDbContext db, Guid contractId, int number, Guid? author, Guid? follower, bool confidential)
    {
        var row = new SupportCase
        {
            Id = Guid.CreateVersion7(),
            ContractId = contractId,
            Number = number,
            Subject = "件名",
            Kind = number % 3 == 0 ? CaseKind.MonthlyReport : CaseKind.Alert,
            Status = CaseStatus.AwaitingCustomer,
            AuthorId = author,
            IsConfidential = confidential,
        };
        db.Cases.Add(row);
        if (follower is { } id)
        {
            db.CaseFollowers.Add(new CaseFollower { CaseId = row.Id, UserId = id });
        }

        return row;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Throttling;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.Admin.Dashboard;

/// <summary>Figures of the first page and what lies behind each; an attack that stands out (ADMIN-9).</summary>
public sealed class CountingForTheDashboard : StaffTest
{
    private const string Attacker = "198.51.100.77";

    [Fact]
    public async Task ADMIN_9_CasesAreCountedByPeriodStatusAndAge_AndEachFigureLeadsToTheSameCases()
    {
        var author = await new Account(Security, "hanako@example.jp.cs").AddToAsync(App);
        await OpenAsync(author, "古いケース");
        App.Time.Advance(TimeSpan.FromDays(10));
        await OpenAsync(author, "新しいケース");

        var page = (await (await AgentAsync()).GetAsync("/admin")).ShouldBeOk();

        Row(page, 0, "ケース").ShouldBe("ケース 1 1 2");
        Row(page, 1, "新規").ShouldBe("新規 1 0 1 0");
        page.Document.QuerySelectorAll(".p-shares a rect").Select(bar => bar.GetAttribute("data-part")).ShouldBe(["0", "2"]);
        var links = page.Document.QuerySelectorAll("section[aria-labelledby=figures] .p-table")[1].QuerySelectorAll("tbody tr")[0]
            .QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        var agent = await SignedInAsync("second@portal.test", Portal.Rules.Delegation.AccountRole.Agent, Security);
        (await agent.GetAsync(links[0])).ShouldBeOk().ShouldShow("新しいケース").ShouldNotShow("古いケース");
        (await agent.GetAsync(links[2])).ShouldBeOk().ShouldShow("古いケース").ShouldNotShow("新しいケース");
        (await agent.GetAsync(links[1])).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_9_ADMIN_11_MailsAndJobsAreForAdministrators()
    {
        var (agent, administrator) = (await AgentAsync(), await AdministratorAsync());

        Titles(await agent.GetAsync("/admin")).ShouldNotContain("送信したメールと通知");
        var page = await administrator.GetAsync("/admin");
        Titles(page).ShouldContain("送信したメールと通知");
        foreach (var link in page.Document.QuerySelectorAll("section[aria-labelledby=figures] a")
            .Select(each => each.GetAttribute("href")!))
        {
            (await administrator.GetAsync(link)).ShouldBeOk();
        }
    }

    [Fact]
    public async Task ADMIN_9_CG_13_AnAttackStandsOut_AndLeadsToItsFailures()
    {
        await FailAsync(Control, AttackRules.FromAddress, i => ($"N00090{i:00}", Attacker));
        await FailAsync(Control, AttackRules.OfAccount, i => ("N0008001", $"203.0.113.{i}"));
        await FailAsync(Rental, 500, _ => ("R1", "192.0.2.1"));
        var administrator = await AdministratorAsync();

        var page = (await administrator.GetAsync("/admin")).ShouldBeOk().ShouldShow("攻撃の可能性があります");

        page.Texts(".p-callout li").ShouldBe(
            [$"{Attacker} {AttackRules.FromAddress}回", $"N0008001 · 回線コントロール {AttackRules.OfAccount}回"]);
        (await page.ClickAsync(".p-callout a[href*='address=']")).ShouldBeOk().Texts(".p-audit__what a").Count
            .ShouldBe(AttackRules.FromAddress);
        (await page.ClickAsync(".p-callout a[href*='subject=']")).ShouldBeOk().Texts(".p-audit__what a").Count
            .ShouldBe(AttackRules.OfAccount);
        var agent = await (await AgentAsync()).GetAsync("/admin");
        agent.ShouldShow("攻撃の可能性があります").Has(".p-callout a").ShouldBeFalse("agents may not read the log");
    }

    [Fact]
    public async Task ADMIN_9_BelowTheThreshold_OrAnHourAgo_NothingStandsOut()
    {
        await FailAsync(Control, AttackRules.FromAddress - 1, i => ($"N00090{i:00}", Attacker));
        (await (await AgentAsync()).GetAsync("/admin")).ShouldNotShow("攻撃の可能性があります");
        await FailAsync(Control, 1, _ => ("N0009099", Attacker));
        App.Time.Advance(AttackRules.Window);

        (await (await SignedInAsync("later@portal.test", Portal.Rules.Delegation.AccountRole.Agent, Control)).GetAsync("/admin"))
            .ShouldNotShow("攻撃の可能性があります");
    }

    private Task OpenAsync(Guid author, string subject) => App.InTenantAsync(Security, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await services.GetRequiredService<CaseOpening>().OpenAsync(await db.Users.SingleAsync(user => user.Id == author),
            new NewCase(CaseKind.Fault, subject, "内容"));
    });

    private Task FailAsync(string tenant, int times, Func<int, (string Id, string Address)> who) => App.InTenantAsync(tenant, services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        for (var i = 0; i < times; i++)
        {
            var (id, address) = who(i);
            db.AuditEvents.Add(new AuditEvent
            {
                Id = Guid.CreateVersion7(),
                Kind = AuditKinds.SignInFailed,
                CorrelationId = "test",
                OccurredAt = App.Time.GetUtcNow(),
                ActorKind = ActorKind.Anonymous,
                SubjectName = id,
                Address = address,
            });
        }

        return Task.CompletedTask;
    });

    private static string Row(PortalPage page, int table, string label) =>
        string.Join(' ', page.Document.QuerySelectorAll("section[aria-labelledby=figures] .p-table")[table].QuerySelectorAll("tbody tr")
            .First(row => row.QuerySelector("th")!.TextContent.Trim() == label).Children.Select(cell => cell.TextContent.Trim()));

    private static IReadOnlyList<string> Titles(PortalPage page) => page.Texts("section[aria-labelledby=figures] tbody th");
}

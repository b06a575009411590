using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Domain.Cases;

/// <summary>What is due on a solved case: the query finds what the rule names, and nothing else.</summary>
public sealed class ClosingInTheDatabase : IAsyncLifetime
{
    private const string Tenant = "security";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(14)]
    public async Task CASE_3_OfEverySolvedCase_RuleAndQuerySayTheSame(int days)
    {
        await app.ChangeProfileAsync(Tenant, profile => profile with { Cases = new CaseProfile(days) });
        await new Account(Tenant, "reader@example.jp.cs").AddToAsync(app);
        await app.InTenantAsync(Tenant, services => CompareAsync(services, days));
    }

    private async Task CompareAsync(IServiceProvider services, int days)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var contract = await db.Contracts.Select(row => row.Id).FirstAsync();
        var now = app.Time.GetUtcNow();
        var number = 0;
        ClosingDue?[] reminders = [null, ClosingDue.FirstReminder, ClosingDue.LastReminder];
        foreach (var (solved, reminded, since) in from solved in new[] { 0.5, 1, 4, 6, 7, 12.9, 13, 14, 40 }
                                                  from reminded in reminders
                                                  from since in new double?[] { null, 0.5, 1, 5.9, 6, 7 }
                                                  where since is null || reminded is not null
                                                  select (solved, reminded, since))
        {
            db.Cases.Add(new SupportCase
            {
                Id = Guid.CreateVersion7(),
                ContractId = contract,
                Number = ++number,
                Subject = "件名",
                Status = CaseStatus.Resolved,
                ResolvedAt = now.AddDays(-solved),
                Reminded = reminded,
                RemindedAt = since is { } ago ? now.AddDays(-ago) : null,
            });
        }

        await db.SaveChangesAsync();
        var due = await services.GetRequiredService<CaseClosing>().Due().ToListAsync();

        var rows = await db.Cases.AsNoTracking().Where(row => row.Status == CaseStatus.Resolved && row.ResolvedAt != null).ToListAsync();
        rows.Count.ShouldBe(number);
        foreach (var row in rows)
        {
            var facts = new ClosingFacts(row.ResolvedAt!.Value, days, row.Reminded, row.RemindedAt);
            due.Contains(row.Id).ShouldBe(ClosingRules.Of(facts, now) != ClosingDue.Nothing, facts.ToString());
        }

        due.Count.ShouldBeInRange(1, number - 1);
    }
}

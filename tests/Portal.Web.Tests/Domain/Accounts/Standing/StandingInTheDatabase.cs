using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Standing;
using Portal.TestKit.Accounts;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.SignIn;

namespace Portal.Web.Tests.Domain.Accounts.Standing;

/// <summary>Whether an account may be in: rule and database say the same.</summary>
public sealed class StandingInTheDatabase : SignInTest
{
    [Fact]
    public Task LOGIN_2_OPER_7_OfEveryAccountRuleAndDatabaseSayTheSame() => App.InTenantAsync(Tenant, async services =>
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), App.Time.GetUtcNow());
        var tenant = services.GetRequiredService<CurrentTenant>().Value;
        var today = tenant.Zone.DayOf(now);
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == UserId);
        var asked = db.Users.AsNoTracking().Where(row => row.Id == UserId);
        foreach (var (contract, disabled, last) in Accounts(now, today))
        {
            (user.Contract!.Status, user.DisabledAt, user.ValidUntil) = (contract, disabled, last);
            await db.SaveChangesAsync();
            var standing = AccountStandings.Of(user, tenant, now);
            var about = $"{contract}, {disabled}, {last}";

            (await asked.AnyAsync(AccountStandings.MayBeTold(today))).ShouldBe(standing == AccountStanding.Good, about);
            (await asked.AnyAsync(AccountStandings.Disabled)).ShouldBe(AccountStandings.Facts(user, tenant).IsDisabled, about);
            (await asked.AnyAsync(AccountStandings.Ended(today))).ShouldBe(AccountStandings.Facts(user, tenant).HasEnded(today), about);
        }
    });

    [Fact]
    public async Task LOGIN_2_WhoHasNoContractHasNoSuspendedOne()
    {
        var staff = await new Account("admin", "agent@portal.test") { Role = AccountRole.Agent, Contract = null }.AddToAsync(App);

        var told = AccountStandings.MayBeTold(new DateOnly(2026, 5, 13));
        (await App.QueryAsync("admin", db => db.Users.Where(row => row.Id == staff).AnyAsync(told))).ShouldBeTrue();
    }

    /// <summary>
    /// Of a value that is worked out it guesses one of two hundred, and reads all of a contract for twenty.
    /// </summary>
    [Fact]
    public async Task PERF_2_TheDatabaseIsAskedForConditions_WhoseNumberItCanGuess()
    {
        var told = AccountStandings.MayBeTold(new DateOnly(2026, 5, 13));
        (await App.QueryAsync(Tenant, db => Task.FromResult(db.Users.Where(told).ToQueryString()))).ShouldNotContain("CASE");
    }

    private static IEnumerable<(ContractStatus Contract, DateTimeOffset? DisabledAt, DateOnly? ValidUntil)> Accounts(
        DateTimeOffset now, DateOnly today) =>
        from contract in Enum.GetValues<ContractStatus>()
        from disabled in new DateTimeOffset?[] { null, now.AddDays(-1), now }
        from last in new DateOnly?[] { null, today.AddDays(-400), today.AddDays(-1), today, today.AddDays(1) }
        select (contract, disabled, last);
}

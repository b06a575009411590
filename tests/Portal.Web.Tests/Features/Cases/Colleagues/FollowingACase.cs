using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Cases;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Cases.Colleagues;

/// <summary>Who is added to a case, by whom, and who of them is told (CASE-6, CASE-7).</summary>
public sealed class FollowingACase : CaseTest
{
    [Theory]
    [InlineData("good", 1, 1)]
    [InlineData("ended", 0, 1)]
    [InlineData("disabled", 0, 1)]
    [InlineData("invited", 0, 1)]
    [InlineData("suspended", 0, 0)]
    public async Task CASE_7_USER_3_WhoMayNotBeIn_IsMailedNothing(string state, int colleagues, int authors)
    {
        var row = await OpenAsync();
        await FollowAsync(row, Colleague);
        await PutAsync(state);
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']").Fill("Text", "社外秘の回答")
            .SubmitAsync("回答を送信");

        (await App.World.Audit.CountAsync("case-commented")).ShouldBe(1);
        (await App.World.Mails.CountToAsync(Colleague)).ShouldBe(colleagues);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(authors);
    }

    [Theory]
    [InlineData("good", true)]
    [InlineData("ended", false)]
    [InlineData("disabled", false)]
    [InlineData("invited", false)]
    [InlineData("suspended", false)]
    public async Task CASE_7_USER_3_WhoMayNotBeIn_CannotBeAdded(string state, bool added)
    {
        var row = await OpenAsync();
        await PutAsync(state);

        var outcome = await App.InTenantAsync(Tenant,
            services => services.GetRequiredService<CaseFollowing>().FollowAsync(row.Id, Colleague));

        (outcome is CaseOutcome.Done).ShouldBe(added);
        (await App.World.CaseFollowers.CountAsync()).ShouldBe(added ? 1 : 0);
        (await App.World.Mails.CountToAsync(Colleague)).ShouldBe(added ? 1 : 0);
    }

    [Theory]
    [InlineData("good", true)]
    [InlineData("ended", false)]
    [InlineData("disabled", false)]
    [InlineData("invited", false)]
    public async Task CASE_7_USER_3_ThePageOffersWhomItCanAdd(string state, bool offered)
    {
        var row = await OpenAsync();
        await PutAsync(state);

        var page = (await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number))).ShouldBeOk();

        page.Has($"option[value='{Manager}']").ShouldBeTrue();
        page.Has($"option[value='{Colleague}']").ShouldBe(offered);
    }

    /// <summary>Where a login ID is several people's, it names none of them.</summary>
    [Fact]
    public async Task CASE_6_CASE_7_WhoIsAdded_IsTheOneWhoIsTold_OfAllWithTheLoginId()
    {
        const string Rental = "rental";
        await App.ChangeProfileAsync(Rental, profile => profile with { Features = [.. profile.Features, TenantFeatures.Cases] });
        var people = new List<Guid>();
        foreach (var name in new[] { "one", "two", "three" })
        {
            people.Add(await new Account(Rental, "R900001") { Contract = "R900001", Email = name + "@rental.example.jp" }.AddToAsync(App));
        }

        await App.InTenantAsync(Rental, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var author = await db.Users.FindAsync([db.Scope.Current, people[0]]);
            var (row, _) = await services.GetRequiredService<CaseOpening>()
                .OpenAsync(author!, new NewCase(CaseKind.Alert, "社外秘の件名", "本文", true));
            await db.SaveChangesAsync();
            db.RecordedEvents.Clear();
            (await services.GetRequiredService<CaseFollowing>().FollowAsync(row.Id, people[1])).ShouldBeOfType<CaseOutcome.Done>();
        });

        (await App.World.Mails.CountToAsync(people[1])).ShouldBe(1);
        (await App.World.Mails.CountToAsync(people[0])).ShouldBe(0);
        (await App.World.Mails.CountToAsync(people[2])).ShouldBe(0);
    }

    [Theory]
    [InlineData(CaseVisibility.Everybody, false, true)]
    [InlineData(CaseVisibility.Everybody, true, false)]
    [InlineData(CaseVisibility.Managers, false, false)]
    [InlineData(CaseVisibility.Chosen, false, false)]
    [InlineData(CaseVisibility.NobodyElse, false, false)]
    public async Task CASE_6_AFollower_WidensOnlyWhatIsForEverybody(CaseVisibility visibility, bool confidential, bool adds)
    {
        var row = await OpenAsync(confidential: confidential);
        await FollowAsync(row, Colleague);
        await ShareAsync(visibility, Colleague);
        var (colleague, author) = (await SignedInAsync(ColleagueId), await SignedInAsync(AuthorId));
        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk().Has("form[action$='/followers']").ShouldBe(adds);
        (await author.GetAsync(PathOf(row.Number))).ShouldBeOk().Has("form[action$='/followers']").ShouldBeTrue();

        var answer = await CraftAsync(colleague, PathOf(row.Number), PathOf(row.Number, "followers"), ("follower", Manager.ToString()));

        answer.Status.ShouldBe(adds ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden);
        (await App.World.CaseFollowers.CountAsync(follower => follower.UserId == Manager)).ShouldBe(adds ? 1 : 0);
    }

    [Fact]
    public async Task CASE_7_ToACaseThatWasClosedMeanwhile_NobodyIsAdded_AndNothingLeadsToAFieldThatIsGone()
    {
        var row = await OpenAsync(status: CaseStatus.Closed);
        var author = await SignedInAsync(AuthorId);

        var again = (await CraftAsync(author, PathOf(row.Number), PathOf(row.Number, "followers"), ("follower", Colleague.ToString())))
            .ShouldBeRefused();

        again.ShouldShow("共有先に追加できませんでした").Has("a[href='#follower']").ShouldBeFalse();
        (await App.World.CaseFollowers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_6_AManager_AddsAnybody_AndThemselves_AlsoToWhatIsConfidential()
    {
        var row = await OpenAsync(confidential: true);
        var manager = await SignedInAsync(ManagerId);

        foreach (var added in new[] { Colleague, Manager })
        {
            var page = (await manager.GetAsync(PathOf(row.Number))).ShouldBeOk();
            (await page.Form("form[action$='/followers']").Choose("follower", added.ToString()).SubmitAsync())
                .ShouldRedirectTo(PathOf(row.Number));
        }

        (await App.World.CaseFollowers.CountAsync()).ShouldBe(2);
    }

    /// <summary>
    /// Makes the colleague's account, or the whole contract, one that may not be in. What ended did so in the tenant's
    /// zone, where the next day has begun.
    /// </summary>
    private async Task PutAsync(string state)
    {
        var day = App.Time.GetUtcNow().UtcDateTime.Date.AddDays(1);
        App.Time.Set(new DateTimeOffset(day.AddHours(16), TimeSpan.Zero));
        switch (state)
        {
            case "ended":
                await App.World.Accounts.ChangeAsync(Colleague, user => user.ValidUntil, DateOnly.FromDateTime(day));
                break;
            case "disabled":
                await App.World.Accounts.ChangeAsync(Colleague, user => user.DisabledAt, App.Time.GetUtcNow());
                break;
            case "invited":
                await App.World.Accounts.InviteAsync(Colleague);
                break;
            case "suspended":
                await App.World.Contracts.SuspendAllAsync();
                break;
            default:
                break;
        }
    }
}

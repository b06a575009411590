using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Contracts;
using Portal.Web.Domain.Points;
using Portal.Web.Features.Cases.Hooks;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>Mails and contacts of a contract count those who work for it beside their own (CONT-2).</summary>
public sealed class BeingToldAsAMember : MembershipTest
{
    private const string Hanako = "hanako@example.jp";

    [Fact]
    public async Task CASE_7_AFollowerFromAnotherContract_IsTold_AndNoLongerOnceItIsOut()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var row = await OpenAsync();

        await InTenantAsync(services => services.GetRequiredService<CaseFollowing>().FollowAsync(row.Id, Member));
        (await App.MailsAsync(Hanako)).ShouldHaveSingleItem().Text.ShouldContain(CaseNumber.Of(row.Number));

        await ConfirmAsync(await SignedInAsync(OtherManagerId), $"{Members}/{Member}/remove");
        (await App.World.CaseFollowers.CountAsync()).ShouldBe(0);
        var before = (await App.MailsAsync(Hanako)).Count;
        await InTenantAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.CaseFollowers.AddAsync(new CaseFollower { CaseId = row.Id, UserId = Member, AddedAt = App.Time.GetUtcNow() });
            await db.SaveChangesAsync();
            var found = await db.Cases.SingleAsync();
            services.GetRequiredService<CaseTimeline>().Record(CaseEvents.Followed, found,
                new { follower = MemberId, followerId = Member });
            return 0;
        });
        (await App.MailsAsync(Hanako)).Count.ShouldBe(before);
    }

    [Fact]
    public async Task PNTS_1_AManagerByMembership_IsToldOfPoints()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        await App.World.Memberships.AddAsync(Second, Other);

        await InTenantAsync(async services =>
        {
            var today = services.GetRequiredService<TenantClock>().Today;
            return await services.GetRequiredService<PointGrants>().GrantAsync(await ContractAsync(services),
                new PointGrant(100, new PointSpan(today, today.AddDays(9)), "年間"), PointActor.System, "契約");
        });

        (await App.World.Mails.RecipientsAsync()).Order().ShouldBe([Hanako, "jiro@example.net"]);
        (await App.MailsAsync(Hanako)).ShouldHaveSingleItem().Text.ShouldContain($"/t/security/points?contract={Other}");
    }

    [Fact]
    public async Task ADMIN_4_ASuspendedContract_TellsItsManagersByMembership_AndEndsWorkInIt()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var atWork = await SignedInAsync(MemberId);
        await SwitchAsync(atWork, Other);
        var atHome = await SignedInAsync(MemberId);

        await InTenantAsync(async services =>
            await services.GetRequiredService<ContractSwitch>().SuspendAsync(await ContractAsync(services), "未払い"));

        (await App.World.Mails.RecipientsAsync()).ShouldContain(Hanako);
        (await LiveSessionsAsync(Member)).ShouldBe(1);
        (await atWork.GetAsync("/t/security/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        (await atHome.GetAsync("/t/security/home")).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_5_WhereAContractHasNobodyOfItsOwn_AMemberIsItsContact()
    {
        await App.World.Memberships.AddAsync(Second, Other);
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        await App.World.Accounts.DisableAsync(Stranger);
        await App.World.Accounts.DisableAsync(await IdOfAsync(OtherManagerId));

        var place = (await InTenantAsync(services => services.GetRequiredService<CaseContacts>().OfAsync([Other])))[Other];
        place.Contact.ShouldNotBeNull().Id.ShouldBe(Member);
        place.Contact.ContractId.ShouldBe(place.Contract.Id);

        var receipt = await InTenantAsync(services => services.GetRequiredService<CaseMessages>()
            .OpenAsync("m-1", new CaseMessage(Other, null, "alert", null, "検知", "内容", Confidential: false)));
        receipt.Problems.ShouldBeEmpty();
        (await App.World.Cases.CountAsync(row => row.AuthorId == Member && row.Contract!.Number == Other)).ShouldBe(1);

        var named = await InTenantAsync(services => services.GetRequiredService<CaseMessages>()
            .OpenAsync("m-2", new CaseMessage(Other, SecondId, "alert", null, "検知", "内容", Confidential: false)));
        named.Problems.ShouldBeEmpty();
        (await App.World.Cases.CountAsync(row => row.AuthorId == Second && row.Contract!.Number == Other)).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_08_TheLastManagerByMembership_IsNotSwitchedOff_WhoeverDoesIt()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        await App.World.Accounts.DisableAsync(await IdOfAsync(OtherManagerId));

        var outcome = await InTenantAsync(async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == Member);
            return await services.GetRequiredService<SignInSwitch>().DisableAsync(user, "退職");
        });

        outcome.ShouldBe(SwitchOutcome.LastManager);
        (await App.World.Accounts.IsDisabledAsync(Member)).ShouldBeFalse();
        (await InTenantAsync(services => services.GetRequiredService<LastManager>().OfAsync(Member))).All.ShouldBe([Other]);
    }

    private Task<SupportCase> OpenAsync() => InTenantAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var author = await db.Users.SingleAsync(row => row.Id == Stranger);
        var (row, _) = await services.GetRequiredService<CaseOpening>().OpenAsync(author, new NewCase(CaseKind.Alert, "件名", "内容"));
        db.RecordedEvents.Clear();
        return row;
    });

    private static Task<Guid> ContractAsync(IServiceProvider services) =>
        services.GetRequiredService<PortalDbContext>().Contracts.Where(row => row.Number == Other).Select(row => row.Id).SingleAsync();

    private Task<T> InTenantAsync<T>(Func<IServiceProvider, Task<T>> act) => App.InTenantAsync(Tenant, act);
}

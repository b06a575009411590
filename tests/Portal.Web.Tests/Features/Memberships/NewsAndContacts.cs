using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Jobs.Cases;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>News of cases, and whose they are, go by what one is in the contract (CASE-7, ADMIN-5).</summary>
public sealed class NewsAndContacts : MembershipTest
{
    private const string Hanako = "hanako@example.jp";

    [Fact]
    public async Task CASE_7_WhatFollowsClosely_IsToldTogether_AlsoOfAnotherContract_AndNoLongerOnceOneIsOut()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var (row, own) = (await OpenAsync(Stranger), await OpenAsync(Member));
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseFollowing>().FollowAsync(row.Id, Member));
        await CommentAsync(row, "別契約の一つ目");
        await CommentAsync(own, "自契約の返事");
        await CommentAsync(row, "別契約の二つ目");
        (await App.MailsAsync(Hanako)).ShouldHaveSingleItem();

        await TellTheRestAsync();

        var digest = (await App.MailsAsync(Hanako))[^1];
        digest.Subject.ShouldStartWith("ケースに3件の更新があります");
        foreach (var text in new[] { "別契約の一つ目", "自契約の返事", "別契約の二つ目" })
        {
            digest.Text.ShouldContain(text);
        }

        await CommentAsync(row, "別契約の三つ目");
        await App.World.Memberships.RemoveAsync(each => each.UserId == Member);
        await TellTheRestAsync();

        (await App.MailsAsync(Hanako)).Count.ShouldBe(2);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(AccountRole.Member)]
    [InlineData(AccountRole.Manager)]
    public async Task CASE_7_OfASuspendedContract_WhoIsAMemberIsToldNothing_NeitherAtOnceNorTogether(AccountRole role)
    {
        await App.World.Memberships.AddAsync(Member, Other, role);
        var row = await OpenAsync(Stranger);
        if (role == AccountRole.Manager)
        {
            await App.World.Accounts.DisableAsync(Stranger);
        }
        else
        {
            await FollowAsync(row);
        }

        await CommentAsync(row, "停止する前");
        (await App.MailsAsync(Hanako)).ShouldHaveSingleItem();
        App.Time.Advance(DigestRules.Window);
        await App.World.Contracts.ChangeAsync(contract => contract.Number == Other, contract => contract.Status, ContractStatus.Suspended);

        await CommentAsync(row, "停止した後");
        await CommentAsync(row, "停止した後の二つ目");
        await TellTheRestAsync();

        (await App.MailsAsync(Hanako)).ShouldHaveSingleItem();
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_7_WhatADigestHasNoRoomFor_IsReachedInItsContract()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await CommentAsync(await OpenAsync(Member), "すぐに届く返事");
        for (var i = 1; i <= 21; i++)
        {
            var row = await OpenAsync(Stranger);
            await FollowAsync(row);
            await CommentAsync(row, $"返事 {i}");
        }

        await TellTheRestAsync();

        var digest = (await App.MailsAsync(Hanako))[^1];
        digest.Text.ShouldContain("ご契約N900000002では、ほかに1件のケースで更新があります。");
        digest.Text.ShouldContain("ご契約N900000002のケースの一覧を開く");
        const string InContract = $"/t/security/cases?contract={Other}";
        digest.Text.ShouldContain($"https://localhost{InContract}\n");
        var member = await SignedInAsync(MemberId);
        var choice = (await (await member.GetAsync(InContract)).FollowAsync()).ShouldBeOk().ShouldShow("先ほどのページをもう一度開きます");
        var back = (await choice.Form($"form:has(input[value={Other}])").SubmitAsync()).ShouldRedirectTo(InContract);
        (await back.FollowAsync()).ShouldBeOk().Texts("main tbody tr").Count.ShouldBeGreaterThan(1);
        (await (await SignedInAsync(SecondId)).GetAsync(InContract)).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_5_AContractsContact_IsOneOfItsManagers_WhateverPeopleAreInTheirOwn()
    {
        await App.World.Memberships.AddAsync(Manager, Other);
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var own = await IdOfAsync(OtherManagerId);
        (await ContactAsync()).Id.ShouldBe(own);

        await App.World.Accounts.DisableAsync(own);
        var member = await ContactAsync();
        (member.Id, member.Contract!.Number).ShouldBe((Member, Other));

        await App.World.Memberships.ChangeAsync(Member, row => row.Role, AccountRole.Member);
        (await ContactAsync()).Id.ShouldBe(Stranger);
    }

    private async Task<PortalUser> ContactAsync() =>
        (await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseContacts>().OfAsync([Other])))[Other]
            .Contact.ShouldNotBeNull();

    private Task<SupportCase> OpenAsync(Guid author) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var (row, _) = await services.GetRequiredService<CaseOpening>()
            .OpenAsync(await db.Users.SingleAsync(user => user.Id == author), new NewCase(CaseKind.Alert, "件名", "内容"));
        db.RecordedEvents.Clear();
        return row;
    });

    private Task CommentAsync(SupportCase row, string text) => App.InTenantAsync(Tenant, services =>
        services.GetRequiredService<CaseTalk>().CommentAsync(row.Id, new CaseActor(CaseSide.Agent, null, "支援"), text));

    private Task FollowAsync(SupportCase row) => App.World.CaseFollowers.AddAsync(
        new CaseFollower { TenantId = row.TenantId, CaseId = row.Id, UserId = Member, AddedAt = App.Time.GetUtcNow() });

    private async Task TellTheRestAsync()
    {
        App.Time.Advance(DigestRules.Window);
        await App.Services.GetRequiredService<CaseDigestRound>().RunOnceAsync(CancellationToken.None);
    }
}

using System.Net;
using System.Text;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>The staff opens a case for a contract (CASE-2, ADMIN-5).</summary>
public sealed class OpeningForAContract : CaseTest
{
    private const string Form = "form:has(textarea)";

    [Fact]
    public async Task CASE_2_ADMIN_5_AReport_IsDelivered_WithItsFile_ToTheContact()
    {
        var agent = await AgentAsync();
        var contract = await PageAsync();
        var page = await (await agent.GetAsync(contract)).ShouldBeOk().ShouldShow("未クローズのケースはありません").ClickAsync("ケースの作成");

        var sent = await Filled(page).Attach("Files", "report.txt", Encoding.UTF8.GetBytes("10月分")).SubmitAsync("ケースを作成");

        sent.ShouldRedirectTo(DeskPathOf(1));
        var row = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Kind, row.Status, row.Priority, row.AuthorId, row.WaitingSince).ShouldBe(
            (CaseKind.ReportDelivery, CaseStatus.InProgress, CasePriority.High, Author, null));
        row.AssigneeName.ShouldBe("支援 太郎");
        (await sent.FollowAsync()).ShouldShow("ケースを作成しました");
        (await App.World.Audit.CountAsync("case-opened")).ShouldBe(1);
        var mail = (await App.MailsAsync("hanako@example.jp")).Single();
        mail.Subject.ShouldStartWith("新しいケースがあります（CS0000001）");
        mail.Text.ShouldContain("report.txt");
        var author = await SignedInAsync(AuthorId);
        (await author.GetAsync(PathOf(1))).ShouldBeOk().ShouldShow("10月分の月次レポート").ShouldShow("report.txt").ShouldShow("月次レポートの送付");
        (await agent.GetAsync(contract)).ShouldShow("10月分の月次レポート");
    }

    [Theory]
    [InlineData("Kind", "WorkRequest")]
    [InlineData("Kind", "")]
    [InlineData("Priority", "9")]
    [InlineData("Contact", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Subject", "")]
    [InlineData("Text", " ")]
    public async Task CASE_2_WhatIsWrong_IsSaid_AndNothingTypedIsLost(string field, string value)
    {
        var agent = await AgentAsync();
        var form = Filled(await agent.GetAsync(await PageAsync() + "/cases/new"));

        var again = (await form.Forge(field, value).SubmitAsync("ケースを作成")).ShouldBeRefused();

        again.Find("input[name=Subject]").GetAttribute("value").ShouldBe(field == "Subject" ? value : "10月分の月次レポート");
        again.Find("textarea[name=Text]").TextContent.Trim().ShouldBe(field == "Text" ? "" : "添付をご覧ください");
        again.Has($"[name={field}][aria-invalid=true]").ShouldBeTrue();
        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_2_USER_3_WhoIsMerelyInvited_IsNoContact()
    {
        var agent = await AgentAsync();
        await App.World.Accounts.InviteAsync(Colleague);
        var page = await agent.GetAsync(await PageAsync() + "/cases/new");

        page.Texts("select[name=Contact] option").Skip(1).ShouldBe(["山田 太郎（taro@example.jp.cs）", "佐藤 花子（hanako@example.jp.cs）"]);
        (await Filled(page).Forge("Contact", Colleague.ToString()).SubmitAsync("ケースを作成")).ShouldBeRefused();
    }

    [Fact]
    public async Task ADMIN_5_CONT_2_TheContractsManagers_StandFirst_WhateverPeopleAreInTheirOwn()
    {
        const string Other = "N900000002";
        var agent = await AgentAsync();
        await App.World.Memberships.ShareHolderAsync(Contract, Other);
        await App.World.Memberships.AddAsync(await App.World.Accounts.IdOfAsync(StrangerId), Contract);
        const string Second = "second@example.net.cs";
        var second = await new Account(Tenant, Second) { Contract = Other, Email = Second[..^3], FamilyName = "次席" }.AddToAsync(App);
        await App.World.Memberships.AddAsync(second, Contract, AccountRole.Manager);

        var page = await agent.GetAsync(await PageAsync() + "/cases/new");

        page.Texts("select[name=Contact] option").Skip(1).Take(2)
            .ShouldBe(["山田 太郎（taro@example.jp.cs）", "次席 太郎（second@example.net.cs）"]);
    }

    [Fact]
    public async Task CASE_2_AStrangersContact_AndOneWhoMayNotBeIn_AreNotOffered()
    {
        var agent = await AgentAsync();
        var stranger = await App.World.Accounts.IdOfAsync(StrangerId);
        await App.World.Accounts.DisableAsync(Colleague);
        var page = await agent.GetAsync(await PageAsync() + "/cases/new");

        page.Texts("select[name=Contact] option").Skip(1).ShouldBe(["山田 太郎（taro@example.jp.cs）", "佐藤 花子（hanako@example.jp.cs）"]);
        foreach (var other in new[] { stranger, Colleague })
        {
            (await Filled(page).Forge("Contact", other.ToString()).SubmitAsync("ケースを作成")).ShouldBeRefused();
        }

        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AZ_01_OutOfReach_AndWithoutCases_ThereIsNoSuchPage()
    {
        var agent = await AgentAsync();
        var contract = await ContractAsync();
        (await agent.GetAsync($"/admin/contracts/rental/{contract}/cases/new")).ShouldBeNotFound();
        (await agent.GetAsync($"/admin/contracts/security/{Guid.NewGuid()}/cases/new")).ShouldBeNotFound();

        var user = await SignedInAsync(ManagerId);
        (await user.GetAsync($"/admin/contracts/security/{contract}/cases/new")).Status.ShouldNotBe(HttpStatusCode.OK);
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Where(each => each != "cases")] });
        (await agent.GetAsync($"/admin/contracts/security/{contract}/cases/new")).ShouldBeNotFound();
    }

    [Fact]
    public async Task CASE_2_SAFE_2_SentTwice_ItIsOneCase()
    {
        var agent = await AgentAsync();
        var form = Filled(await agent.GetAsync(await PageAsync() + "/cases/new"));

        await Task.WhenAll(form.SubmitAsync("ケースを作成"), form.SubmitAsync("ケースを作成"));

        (await App.World.Cases.CountAsync()).ShouldBe(1);
    }

    private PortalForm Filled(PortalPage page) => page.ShouldBeOk().Form(Form).Choose("Contact", Author.ToString())
        .Choose("Kind", nameof(CaseKind.ReportDelivery)).Choose("Priority", nameof(CasePriority.High)).Fill("Subject", "10月分の月次レポート")
        .Fill("Text", "添付をご覧ください");

    private async Task<Guid> ContractAsync() => (await App.World.Accounts.GetAsync(Author)).ContractId!.Value;

    private async Task<string> PageAsync() => $"/admin/contracts/security/{await ContractAsync()}";
}

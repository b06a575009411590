using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>Numbers come to a contract and leave it, after it was opened (ADMIN-4).</summary>
public sealed class ChangingNumbers : ContractTest
{
    private const string Home = "homephone";
    private const string Customer = "4000000077";
    private const string Main = "0666660001";
    private const string Second = "0666660002";

    [Fact]
    public async Task ADMIN_4_ANumberIsAdded_WithAReason_AnEventAndAMail()
    {
        var id = await HomeAsync(Main);
        await new Account(Home, "0666669999") { Contract = Customer, Email = Mail }.AddToAsync(App);
        var staff = await AdministratorOfAsync(Home);

        var form = (await (await staff.GetAsync(PathOfContract(id, Home))).ClickAsync("電話番号を追加")).ShouldBeOk().Form();
        var page = await (await form.Fill("Numbers", "０６-6666-0002").Fill("Reason", "増設の申し込み").SubmitAsync("save"))
            .ShouldRedirectTo(PathOfContract(id, Home)).FollowAsync();

        page.ShouldBeOk().ShouldShow("1件の電話番号を追加しました");
        page.Texts("section[aria-labelledby=telephony] tbody th").ShouldBe(["06-6666-0001", "06-6666-0002"]);
        var rows = await NumbersAsync(id);
        rows.Select(row => row.Kind).ShouldBe([NumberKind.Main, NumberKind.Additional]);
        rows[1].LineId.ShouldBe(rows[0].LineId, "the usual line is that of the main number");
        var happened = (await EventsAsync("contract-numbers-added")).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.SubjectName).ShouldBe((Home, "増設の申し込み", Customer));
        (await App.MailsAsync(Mail)).ShouldHaveSingleItem().Subject.ShouldContain("電話番号を追加しました");
    }

    [Theory]
    [InlineData(Main, "ほかの契約で使われています")]
    [InlineData("12", "電話番号ではありません")]
    [InlineData("", "入力してください")]
    public async Task ADMIN_4_ANumberInUse_OrNone_IsSaidAtItsField_AndNothingIsSaved(string typed, string said)
    {
        var id = await HomeAsync(Main);
        var form = (await (await AdministratorOfAsync(Home)).GetAsync(PathOfContract(id, Home) + "/numbers/new")).Form();

        var answer = await form.Fill("Numbers", typed).Fill("Reason", "増設").SubmitAsync("save");

        answer.ShouldBeRefused().ShouldShow(said);
        answer.Find("[name=Reason]").TextContent.Trim().ShouldBe("増設");
        (await NumbersAsync(id)).Count.ShouldBe(1);
        (await EventsAsync("contract-numbers-added")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_OfTwoAtOnce_OneContractGetsTheNumber()
    {
        var (one, other) = (await HomeAsync(Main), await HomeAsync("0666660009", "4000000078"));
        var staff = await AdministratorOfAsync(Home);
        var forms = new List<PortalForm>();
        foreach (var id in new[] { one, other })
        {
            forms.Add((await staff.GetAsync(PathOfContract(id, Home) + "/numbers/new")).Form()
                .Fill("Numbers", Second).Fill("Reason", "同時"));
        }

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync("save")));

        answers.Count(answer => (int)answer.Status == 303).ShouldBe(1);
        answers.Count(answer => (int)answer.Status == 422).ShouldBe(1);
        (await App.QueryAsync(Home, db => db.LineNumbers.CountAsync(row => row.Number == "+81666660002"))).ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_ANumberLeaves_WithItsId_WhoseSessionsEnd()
    {
        var id = await HomeAsync(Main, also: Second);
        var owner = App.CreateBrowser();
        (await owner.SignInAsync(Home, Second)).ShouldBeOk();
        var staff = await AdministratorOfAsync(Home);
        var page = await staff.GetAsync(PathOfContract(id, Home));

        var ask = (await page.ClickAsync("section[aria-labelledby=telephony] tbody tr:nth-of-type(2) a[href$='remove']")).ShouldBeOk()
            .ShouldShow("06-6666-0002をこの契約から削除しますか").ShouldShow("IDも削除");
        (await ask.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");
        var done = await (await ask.Form().Fill("Form.Reason", "解約").SubmitAsync())
            .ShouldRedirectTo(PathOfContract(id, Home)).FollowAsync();

        done.ShouldBeOk().ShouldShow("06-6666-0002を削除しました");
        (await NumbersAsync(id)).ShouldHaveSingleItem().Number.ShouldBe("+81666660001");
        (await App.World.Accounts.CountAsync(row => row.UserName == Second)).ShouldBe(0);
        (await owner.GetAsync("/t/homephone/home")).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await EventsAsync("contract-numbers-removed")).ShouldHaveSingleItem().Event.Reason.ShouldBe("解約");
        (await ask.Form().Fill("Form.Reason", "二度目").SubmitAsync()).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_4_OPT_3_TheMainNumber_AndOneWithAnOption_Stay()
    {
        var id = await HomeAsync(Main, also: Second);
        var rows = await NumbersAsync(id);
        await App.InTenantAsync(Home, services =>
        {
            services.GetRequiredService<PortalDbContext>().OptionSettings.Add(new OptionSetting
            {
                NumberId = rows[1].Id,
                Service = OptionService.Voicemail,
                Settings = "{}",
                IsInUse = true,
                State = ProvisioningState.Applied,
            });
            return Task.CompletedTask;
        });
        var staff = await AdministratorOfAsync(Home);

        (await RemoveAsync(staff, id, rows[0].Id)).ShouldBeRefused().ShouldShow("主番号です");
        (await RemoveAsync(staff, id, rows[1].Id)).ShouldBeRefused().ShouldShow("オプションを利用中");

        (await NumbersAsync(id)).Count.ShouldBe(2);
        (await EventsAsync("contract-numbers-removed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_AZ_01_AgentsChangeNothing_OutOfReachIsNotThere_AndWhereThereAreNoLinesNoForm()
    {
        var id = await HomeAsync(Main);
        var number = (await NumbersAsync(id))[0].Id;
        var agent = await SignedInAsync("phone@portal.test", Portal.Rules.Delegation.AccountRole.Agent, Home);
        var elsewhere = await AdministratorOfAsync(Rental);
        foreach (var path in new[] { "/numbers/new", $"/numbers/{number}/remove" })
        {
            (await agent.GetAsync(PathOfContract(id, Home) + path)).ShouldBeForbidden();
            (await elsewhere.GetAsync(PathOfContract(id, Home) + path)).ShouldBeNotFound();
        }

        (await agent.GetAsync(PathOfContract(id, Home))).ShouldBeOk().Has("a[href$='/remove']").ShouldBeFalse();
        var without = await AddContractAsync();
        (await (await AdministratorAsync()).GetAsync(PathOfContract(without) + "/numbers/new")).ShouldBeNotFound();
        var own = await AdministratorOfAsync(Home);
        (await own.GetAsync(PathOfContract(id, Home) + $"/numbers/{Guid.NewGuid()}/remove")).ShouldBeNotFound();
    }

    private static async Task<PortalPage> RemoveAsync(PortalBrowser staff, Guid contract, Guid number) =>
        await (await staff.GetAsync(PathOfContract(contract, Home) + $"/numbers/{number}/remove")).Form().Fill("Form.Reason", "解約")
            .SubmitAsync();

    private async Task<Guid> HomeAsync(string main, string customer = Customer, string? also = null)
    {
        await new HomeLine(customer, AuthenticationUnit.Number, also is null ? [main] : [main, also]).AddToAsync(App);
        return await App.World.Contracts.ReadAsync(row => row.Number == customer, row => row.Id);
    }

    private Task<List<LineNumber>> NumbersAsync(Guid contract) => App.QueryAsync(Home,
        db => db.LineNumbers.Where(row => row.ContractId == contract).OrderBy(row => row.Order).ToListAsync());
}

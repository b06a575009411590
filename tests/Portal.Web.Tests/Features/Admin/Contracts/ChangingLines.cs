using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>Lines come to a contract, change, and leave it (ADMIN-4).</summary>
public sealed class ChangingLines : ContractTest
{
    private const string Home = "homephone";

    [Fact]
    public async Task ADMIN_4_ALineIsAdded_WithAReasonAndAnEvent_AndItsCustomersSeeIt()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var form = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("回線を追加")).ShouldBeOk().Form();

        var page = await (await form.Fill("LineNumber", "ＡＣ-0001").Fill("Name", "本社 – 支店").Choose("LineKind", "backup")
                .Fill("Location", "大阪市北区").Fill("Bandwidth", "1Gbps").Fill("LineStartsOn", "2026-06-01").Fill("Reason", "増設")
                .SubmitAsync("save"))
            .ShouldRedirectTo(PathOfContract(id)).FollowAsync();

        page.ShouldBeOk().ShouldShow("回線AC-0001を追加しました");
        page.Texts("section[aria-labelledby=lines] tbody tr").ShouldHaveSingleItem()
            .ShouldStartWith("AC-0001 本社 – 支店 バックアップ回線 大阪市北区 1Gbps");
        var line = (await LinesAsync(id)).ShouldHaveSingleItem();
        (line.Kind, line.StartsOn, line.Order).ShouldBe(("backup", new DateOnly(2026, 6, 1), 1));
        var happened = (await EventsAsync("contract-line-added")).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.SubjectName).ShouldBe((Control, "増設", Number));
        happened.Event.Details!.ShouldContain("AC-0001");
        var customer = App.CreateBrowser();
        await customer.SignInAsync(Control, Parent);
        (await customer.GetAsync("/t/control/lines")).ShouldBeOk().ShouldShow("AC-0001").ShouldShow("バックアップ回線");
    }

    [Fact]
    public async Task ADMIN_4_ALineIsChanged_AndTheLogSaysFromWhatToWhat()
    {
        var (id, line) = await WithLineAsync();
        var staff = await AdministratorAsync();
        var form = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("section[aria-labelledby=lines] a[href$='/edit']"))
            .ShouldBeOk().Form("form:has([name=LineNumber])");

        (await form.Fill("Bandwidth", "10Gbps").Fill("Reason", "増速").SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id));

        (await LinesAsync(id)).ShouldHaveSingleItem().Bandwidth.ShouldBe("10Gbps");
        var happened = (await EventsAsync("contract-line-changed")).ShouldHaveSingleItem().Event;
        happened.Reason.ShouldBe("増速");
        happened.Details.ShouldBe("""{"contractLine":"AC-0001","changes":{"lineSpeed":["1Gbps","10Gbps"]}}""");
        var again = (await staff.GetAsync($"{PathOfContract(id)}/lines/{line}/edit")).Form("form:has([name=LineNumber])");
        (await (await again.Fill("Reason", "同じ").SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id)).FollowAsync())
            .ShouldShow("変更された項目はありません");
        (await EventsAsync("contract-line-changed")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_ALineIsRemoved_WithAReason_AndOnce()
    {
        var (id, line) = await WithLineAsync();
        var staff = await AdministratorAsync();
        var form = (await (await staff.GetAsync(PathOfContract(id))).ClickAsync("section[aria-labelledby=lines] a[href$='/remove']"))
            .ShouldBeOk().ShouldShow("回線AC-0001をこの契約から削除しますか").Form();
        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("理由");
        (await LinesAsync(id)).Count.ShouldBe(1);

        (await (await form.Fill("Form.Reason", "解約").SubmitAsync()).ShouldRedirectTo(PathOfContract(id)).FollowAsync())
            .ShouldShow("回線AC-0001を削除しました");

        (await LinesAsync(id)).ShouldBeEmpty();
        (await EventsAsync("contract-line-removed")).ShouldHaveSingleItem().Event.Reason.ShouldBe("解約");
        (await staff.GetAsync($"{PathOfContract(id)}/lines/{line}/remove")).ShouldBeNotFound();
    }

    [Theory]
    [InlineData("LineNumber", "", "入力してください")]
    [InlineData("LineNumber", "AC-0001", "同じ番号の回線がすでにあります")]
    [InlineData("LineNumber", "ＡＣ - 0001", "同じ番号の回線がすでにあります")]
    [InlineData("LineNumber", "　", "入力してください")]
    [InlineData("LineStartsOn", "", "入力してください")]
    [InlineData("LineStartsOn", "いつか", "日付")]
    [InlineData("LineStartsOn", "0001-01-01", "日付")]
    [InlineData("Reason", "", "理由")]
    public async Task ADMIN_4_WhatIsWrong_IsSaidAtItsField_AndNothingIsSaved(string field, string typed, string said)
    {
        var (id, _) = await WithLineAsync();
        var form = (await (await AdministratorAsync()).GetAsync(PathOfContract(id) + "/lines/new")).Form();

        var again = await form.Fill("LineNumber", "AC-0002").Fill("Location", "京都").Fill("Reason", "増設").Fill(field, typed)
            .SubmitAsync("save");

        again.ShouldBeRefused().ShouldShow(said).Find($"[name={field}]").GetAttribute("aria-invalid").ShouldBe("true");
        again.Find("[name=Location]").GetAttribute("value").ShouldBe("京都");
        (await LinesAsync(id)).Count.ShouldBe(1);
        (await EventsAsync("contract-line-added")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_4_AKindThatIsNotOffered_IsRefused_AndOneThatALineHasMayStay()
    {
        var (id, line) = await WithLineAsync("special");
        var staff = await AdministratorAsync();
        var form = (await staff.GetAsync($"{PathOfContract(id)}/lines/{line}/edit")).ShouldBeOk().Form("form:has([name=LineNumber])");

        (await form.Fill("Name", "新しい名称").Fill("Reason", "改称").SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id));

        (await LinesAsync(id)).ShouldHaveSingleItem().Kind.ShouldBe("special");
        var other = (await staff.GetAsync(PathOfContract(id) + "/lines/new")).Form().Fill("LineNumber", "AC-0002").Fill("Reason", "増設");
        (await other.Forge("LineKind", "special").SubmitAsync("save")).ShouldBeRefused();
    }

    [Fact]
    public async Task SAFE_1_ALineThatWasChangedMeanwhile_ShowsBothVersions_AndKeepsTheNewer()
    {
        var (id, line) = await WithLineAsync("backup");
        var staff = await AdministratorAsync();
        var path = $"{PathOfContract(id)}/lines/{line}/edit";
        var (mine, other) = ((await staff.GetAsync(path)).Form("form:has([name=LineNumber])"),
            (await staff.GetAsync(path)).Form("form:has([name=LineNumber])"));
        await other.Fill("Location", "神戸市").Fill("Reason", "移設").SubmitAsync("save");

        var answer = await mine.Fill("Location", "京都市").Fill("Reason", "移設").SubmitAsync("save");

        ((int)answer.Status).ShouldBe(409);
        answer.ShouldShow("神戸市").ShouldShow("京都市");
        (await LinesAsync(id)).ShouldHaveSingleItem().Location.ShouldBe("神戸市");
        var told = answer.Form("form:has([name=LineNumber])");
        (await told.SubmitAsync("back")).ShouldBeOk().Find("[name=LineKind] option[selected]").GetAttribute("value").ShouldBe("backup");
        (await told.SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id));
        var saved = (await LinesAsync(id)).ShouldHaveSingleItem();
        (saved.Location, saved.Kind).ShouldBe(("京都市", "backup"));
    }

    [Fact]
    public async Task ADMIN_4_OfTwoAtOnce_OneAddsTheNumber()
    {
        var id = await AddContractAsync();
        var staff = await AdministratorAsync();
        var forms = new List<PortalForm>();
        for (var i = 0; i < 2; i++)
        {
            forms.Add((await staff.GetAsync(PathOfContract(id) + "/lines/new")).Form()
                .Fill("LineNumber", "AC-0001").Fill("Reason", "同時"));
        }

        var answers = await Task.WhenAll(forms.Select(form => form.SubmitAsync("save")));

        answers.Select(answer => (int)answer.Status).Order().ShouldBe([303, 422]);
        (await LinesAsync(id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ADMIN_4_OfATelephoneLine_NameAndPlaceAreWritten_AndItStaysWhileItHasNumbers()
    {
        await new HomeLine("4000000077", AuthenticationUnit.Number, "0666660001").AddToAsync(App);
        var id = (await RowAsync(Home, "4000000077")).Id;
        var staff = await AdministratorOfAsync(Home);
        var line = (await LinesAsync(id, Home)).ShouldHaveSingleItem();
        (await staff.GetAsync(PathOfContract(id, Home) + "/lines/new")).ShouldBeNotFound();
        var form = (await staff.GetAsync($"{PathOfContract(id, Home)}/lines/{line.Id}/edit")).ShouldBeOk()
            .Form("form:has([name=Location])");
        form.Fields.ShouldNotContain(field => field.Name == "LineNumber");

        (await form.Fill("Location", "大阪市北区").Fill("Reason", "移転").Forge("LineNumber", "1").Forge("LineKind", "backup").SubmitAsync("save"))
            .ShouldRedirectTo(PathOfContract(id, Home));
        var stays = (await staff.GetAsync($"{PathOfContract(id, Home)}/lines/{line.Id}/remove")).Form().Fill("Form.Reason", "解約");

        (await stays.SubmitAsync()).ShouldBeRefused().ShouldShow("電話番号のある回線は削除できません");
        var after = (await LinesAsync(id, Home)).ShouldHaveSingleItem();
        (after.Number, after.Kind, after.Location).ShouldBe((line.Number, line.Kind, "大阪市北区"));
    }

    [Fact]
    public async Task ADMIN_4_AContractOfManyLines_HasTheFirstOnItsPage_AndAllOfThemPageByPage()
    {
        var (id, _) = await WithLineAsync("special");
        await App.InTenantAsync(Control, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.ContractLines.AddRange(Enumerable.Range(2, 44).Select(number => new ContractLine
            {
                Id = Guid.CreateVersion7(),
                ContractId = id,
                Number = $"AC-{number:0000}",
                Name = "",
                Kind = "access",
                StartsOn = new DateOnly(2025, 4, 1),
                Order = number,
            }));
            await db.SaveChangesAsync();
        });
        var agent = await AgentAsync();
        var first = (await agent.GetAsync(PathOfContract(id))).ShouldBeOk();
        first.Texts("section[aria-labelledby=lines] tbody tr").Count.ShouldBe(20);
        first.Find("section[aria-labelledby=lines] caption").TextContent.ShouldContain("45件");
        first.Texts("section[aria-labelledby=lines] tbody tr")[0].ShouldContain("その他（special）");

        var all = (await first.ClickAsync("このご契約の回線をすべて表示")).ShouldBeOk();
        var last = (await all.ClickAsync("a[href$='page=3']")).ShouldBeOk();

        last.Texts("tbody th").ShouldBe(["AC-0041", "AC-0042", "AC-0043", "AC-0044", "AC-0045"]);
        last.Has("a[href$='/edit']").ShouldBeFalse("agents look only");
        var administrator = await AdministratorAsync();
        (await administrator.GetAsync(PathOfContract(id) + "/lines")).Has("a[href$='/edit']").ShouldBeTrue();

        // Who writes one lands where it is seen.
        var added = await (await (await administrator.GetAsync(PathOfContract(id) + "/lines/new")).Form().Fill("LineNumber", "AC-0046")
            .Fill("Reason", "増設").SubmitAsync("save")).ShouldRedirectTo(PathOfContract(id) + "/lines?page=3").FollowAsync();
        added.ShouldShow("回線AC-0046を追加しました").Texts("tbody th")[^1].ShouldBe("AC-0046");
        var asked = (await added.ClickAsync("tbody tr:last-child a[href$='/remove']")).ShouldBeOk();
        (await (await asked.Form().Fill("Form.Reason", "解約").SubmitAsync()).ShouldRedirectTo(PathOfContract(id) + "/lines?page=3")
                .FollowAsync())
            .ShouldShow("回線AC-0046を削除しました").Texts("tbody th")[^1].ShouldBe("AC-0045");
        (await agent.GetAsync(PathOfContract(id) + "/lines?page=9")).ShouldRedirectTo(PathOfContract(id) + "/lines");
        (await EventsAsync("contract-viewed")).Count.ShouldBeGreaterThan(2);
        (await (await AdministratorOfAsync(Rental)).GetAsync(PathOfContract(id) + "/lines")).ShouldBeNotFound();
    }

    [Fact]
    public async Task ADMIN_4_AContractWithoutLines_HasAnEmptyList()
    {
        var id = await AddContractAsync();

        (await (await AgentAsync()).GetAsync(PathOfContract(id) + "/lines")).ShouldBeOk().ShouldShow("回線はありません");
    }

    [Fact]
    public async Task AZ_AgentsAndOtherSites_DoNotWriteLines()
    {
        var (id, line) = await WithLineAsync();
        var agent = await AgentAsync();
        (await agent.GetAsync(PathOfContract(id))).ShouldBeOk().ShouldShow("AC-0001").ShouldNotShow("回線を追加");
        var other = await AdministratorOfAsync(Rental);

        foreach (var path in new[] { "/lines/new", $"/lines/{line}/edit", $"/lines/{line}/remove" })
        {
            (await agent.GetAsync(PathOfContract(id) + path)).ShouldBeForbidden();
            (await other.GetAsync(PathOfContract(id) + path)).ShouldBeNotFound();
        }

        (await (await AdministratorAsync()).GetAsync($"{PathOfContract(id)}/lines/{Guid.NewGuid()}/edit")).ShouldBeNotFound();
    }

    private async Task<(Guid Contract, Guid Line)> WithLineAsync(string kind = "access")
    {
        var id = await AddContractAsync();
        var line = Guid.CreateVersion7();
        await App.InTenantAsync(Control, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.ContractLines.Add(new ContractLine
            {
                Id = line,
                ContractId = id,
                Number = "AC-0001",
                Name = "本社 – 支店",
                Kind = kind,
                Bandwidth = "1Gbps",
                StartsOn = new DateOnly(2025, 4, 1),
                Order = 1,
            });
            await db.SaveChangesAsync();
        });
        return (id, line);
    }

    private Task<List<ContractLine>> LinesAsync(Guid contract, string tenant = Control) =>
        App.QueryAsync(tenant, db => db.ContractLines.Where(row => row.ContractId == contract).OrderBy(row => row.Order).ToListAsync());
}

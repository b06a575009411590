using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>Files for sites whose people sign in otherwise than operators do (ADMIN-12).</summary>
public sealed class MovingIntoOtherSites : ImportTest
{
    private const string Office = "officephone";
    private const string Home = "homephone";
    private const string OfficeContract = "05099990000";
    private const string Names = "契約者名,契約番号,サービス,契約開始日,ID数の上限,回線番号,回線名,設置場所\r\n";

    [Fact]
    public async Task LINK_2_ADMIN_12_AManagerRowBringsTheAdministratorId_AndTheContractHasNoSecond()
    {
        await new Account(Office, "05099990001") { Contract = OfficeContract, Door = "user" }.AddToAsync(App);
        var staff = await OfAsync(Office);

        (await MovedInAsync(staff, Headings + $"{OfficeContract},A0509999,,管理,花子,1,ja,0,{Bcrypt}\r\n", site: Office))
            .ShouldShow("1行を登録しました");

        var moved = await App.QueryAsync(Office, db => db.Users.SingleAsync(user => user.UserName == "A0509999"));
        (moved.Door, moved.Role).ShouldBe(("administrator", AccountRole.Manager));
        (await App.CreateBrowser().SignInAsync(Office, "A0509999")).ShouldBeOk();
        (await CheckedAsync(staff, Headings + $"{OfficeContract},A0509998,,,,1,,,\r\n{OfficeContract},05099990002,,,,1,,,\r\n",
                site: Office))
            .Texts("tbody tr").ShouldBe(["2 管理者 管理者IDは1つの契約に1つだけです", "3 管理者 管理者IDは1つの契約に1つだけです"]);
    }

    [Fact]
    public async Task LINK_2_ADMIN_12_TwoAdministratorIdsInOneFile_TheSecondIsNamed()
    {
        await new Account(Office, "05099990001") { Contract = OfficeContract, Door = "user" }.AddToAsync(App);

        // The same ID at another door is another one.
        var page = await CheckedAsync(await OfAsync(Office), Headings + $"{OfficeContract},05099990001,,,,1,,,\r\n"
            + $"{OfficeContract},A0509999,,,,1,,,\r\n", site: Office);

        page.Texts("tbody tr").ShouldBe(["3 管理者 管理者IDは1つの契約に1つだけです"]);
    }

    [Fact]
    public async Task USER_1_ADMIN_12_UsersOfOneLoginId_HaveNoManager()
    {
        await RentalAsync(1);

        (await CheckedAsync(await OfAsync(Rental), Headings + "R900001,R900001,one@example.jp,,,1,,,\r\n", site: Rental))
            .Texts("tbody tr").ShouldBe(["2 管理者 このサイトの利用者に、管理者の区別はありません"]);
    }

    [Theory]
    [InlineData(null, "", true, true)]
    [InlineData(null, "0", true, true)]
    [InlineData(null, "1", false, false)]
    [InlineData(false, "", true, false)]
    [InlineData(false, "1", true, true)]
    public async Task USER_5_ADMIN_12_APasswordThatIsBroughtAlong_IsChangedAtTheFirstSignIn_WhereTheSiteSaysSo(bool? siteAsks,
        string fileAsks, bool hasHash, bool mustChange)
    {
        await RentalAsync(1);
        await App.ChangeProfileAsync(Rental, profile => profile with
        {
            Password = profile.Password with { ChangeAfterMovingIn = siteAsks ?? profile.Password.ChangeAfterMovingIn },
        });

        var row = $"R900001,R900001,one@example.jp,,,,,{fileAsks},{(hasHash ? Bcrypt : "")}\r\n";
        (await MovedInAsync(await OfAsync(Rental), Headings + row, site: Rental)).ShouldShow("1行を登録しました");

        (await App.QueryAsync(Rental, db => db.Users.SingleAsync(user => user.Email == "one@example.jp")))
            .MustChangePassword.ShouldBe(mustChange);
    }

    [Fact]
    public async Task USER_1_ADMIN_12_ALoginIdHasTenUsers_WithThoseThatAreThere()
    {
        await RentalAsync(8);
        var staff = await OfAsync(Rental);
        const string Fit = Headings + "R900001,R900001,one@example.jp,,,,,,\r\nR900001,r900001,two@example.jp,,,,,,\r\n";

        (await CheckedAsync(staff, Fit + "R900001,Ｒ900001,three@example.jp,,,,,,\r\n", site: Rental))
            .Texts("tbody tr").ShouldBe(["4 ログインID 1つのログインIDの利用者は10人までです"]);

        (await MovedInAsync(staff, Fit, site: Rental)).ShouldShow("2行を登録しました");
        (await App.QueryAsync(Rental, db => db.Users.CountAsync())).ShouldBe(10);
    }

    [Fact]
    public async Task USER_1_AZ_22_AContractHasOneLoginId_AndALoginIdOneContract()
    {
        await RentalAsync(1);
        await new Account(Rental, "R900007") { Contract = "R900007", Email = "other@example.jp" }.AddToAsync(App);
        await new Account(Rental, "R900008") { Contract = "R900008", Email = "gone@example.jp" }.AddToAsync(App);
        await App.World.Accounts.RemoveAsync(user => user.UserName == "R900008");

        var page = await CheckedAsync(await OfAsync(Rental), Headings + "R900001,R900001,one@example.jp,,,,,,\r\n"
            + "R900001,R900009,spy@example.jp,,,,,,\r\n" + "R900001,R900007,spy@example.jp,,,,,,\r\n"
            + "R900008,r900008,first@example.jp,,,,,,\r\n" + "R900008,R900005,second@example.jp,,,,,,\r\n", site: Rental);

        page.Texts("tbody tr").ShouldBe(
        [
            "3 ログインID この契約のログインIDはR900001です", "4 ログインID このログインIDは契約R900007のものです",
            "6 ログインID この契約のログインIDはr900008です",
        ]);
    }

    [Fact]
    public async Task ADMIN_12_LINE_1_WhereNumbersSignIn_TheLinesOfAFileAreNumbersOfOneLine_AndTheLetterNamesThem()
    {
        var staff = await OfAsync(Home);

        (await MovedInAsync(staff, Names + "見本花子,4000000099,ホーム電話,2024/04/01,,06-6777-0001,主番号,大阪市\r\n"
            + "見本花子,4000000099,ホーム電話,2024/04/01,,０６６７７７０００２,,\r\n", "Contracts", Home)).ShouldShow("2行を登録しました");

        var numbers = await App.QueryAsync(Home, db => db.LineNumbers.OrderBy(row => row.Order).ToListAsync());
        numbers.Select(row => (row.Number, row.Kind, row.Name)).ShouldBe(
            [("+81667770001", NumberKind.Main, "主番号"), ("+81667770002", NumberKind.Additional, "")]);
        var line = (await App.QueryAsync(Home, db => db.ContractLines.ToListAsync())).ShouldHaveSingleItem();
        (line.Kind, line.Name, line.Location).ShouldBe(("telephone", "主番号", "大阪市"));
        (await staff.GetAsync($"/admin/contracts/{Home}/{line.ContractId}/letter")).ShouldBeOk().Find(".p-slip").TextContent
            .ShouldContain("06-6777-0001");
    }

    [Fact]
    public async Task ADMIN_12_TEXT_4_WhatIsNoNumber_OrAnothers_IsNamed()
    {
        var staff = await OfAsync(Home);
        await MovedInAsync(staff, Names + "見本花子,4000000099,ホーム電話,2024/04/01,,0667770001,,\r\n", "Contracts", Home);

        var page = await CheckedAsync(staff, Names
            + "見本次郎,4000000098,ホーム電話,2024/04/01,,667770002,,\r\n"
            + "見本次郎,4000000097,ホーム電話,2024/04/01,,06-6777-0001,,\r\n"
            + "見本次郎,4000000096,ホーム電話,2024/04/01,,,,\r\n"
            + "見本次郎,4000000095,ホーム電話,2024/04/01,,0667770003,,大阪市\r\n"
            + "見本次郎,4000000095,ホーム電話,2024/04/01,,0667770004,,神戸市\r\n"
            + "見本次郎,4000000094,ホーム電話,2024/04/01,,06 6777 0003,,\r\n", "Contracts", Home);

        page.Texts("tbody tr").ShouldBe([
            "2 回線番号 電話番号ではありません。先頭の0を含め、市外局番から入力してください",
            "3 回線番号 すでに登録されています",
            "4 回線番号 入力されていません",
            "6 設置場所 5行目と契約の内容が異なります",
            "7 回線番号 5行目と同じです",
        ]);
    }

    [Fact]
    public async Task ADMIN_12_OPER_5_WhereEachNumberHasAnId_ItComesWithTheLine_AndAFileOfUsersBringsItsPassword()
    {
        var staff = await OfAsync(Office);
        const string Lines = Names + "見本事務所,05099990000,050番号,2024/04/01,2,050-9999-0001,受付,\r\n"
            + "見本事務所,05099990000,050番号,2024/04/01,2,050-9999-0002,,\r\n";
        (await CheckedAsync(staff, Lines + "見本事務所,05099990000,050番号,2024/04/01,2,050-9999-0003,,\r\n", "Contracts", Office))
            .Texts("tbody tr").ShouldBe(["4 回線番号 契約のID数の上限（2）を超えます"]);

        await MovedInAsync(staff, Lines, "Contracts", Office);

        var users = await App.QueryAsync(Office, db => db.Users.OrderBy(user => user.UserName).ToListAsync());
        users.Select(user => (user.UserName, user.Door, user.Role)).ShouldBe(
            [("05099990001", "user", AccountRole.Member), ("05099990002", "user", AccountRole.Member)]);
        (await App.QueryAsync(Office, db => db.LineNumbers.OrderBy(row => row.Order).Select(row => row.UserId).ToListAsync()))
            .ShouldBe([.. users.Select(user => (Guid?)user.Id)]);

        var people = Headings + $"{OfficeContract},05099990001,,受付,花子,,,,{Bcrypt}\r\n";
        (await MovedInAsync(staff, people, site: Office)).ShouldShow("1行を登録しました");
        (await App.CreateBrowser().SignInAsync(Office, "05099990001", door: "user")).ShouldBeOk();
        (await App.QueryAsync(Office, db => db.Users.CountAsync())).ShouldBe(2);
        (await CheckedAsync(staff, people, site: Office)).Texts("tbody tr").ShouldContain("2 ログインID すでに登録されています");
    }

    [Fact]
    public async Task ADMIN_12_TR_04_AnIdThatHasAnAddressAlready_IsNobodysToFillIn()
    {
        var staff = await OfAsync(Office);
        await MovedInAsync(staff, Names + "見本事務所,05099990000,050番号,2024/04/01,2,050-9999-0001,受付,\r\n", "Contracts", Office);
        await App.World.Accounts.ChangeAllAsync(user => user.Email, "reception@example.jp");

        (await CheckedAsync(staff, Headings + $"{OfficeContract},05099990001,other@example.jp,,,,,,{Bcrypt}\r\n", site: Office))
            .Texts("tbody tr").ShouldContain("2 ログインID すでに登録されています");
    }

    [Fact]
    public async Task ADMIN_4_SAFE_4_AContractWithoutANumber_HasNoLetterThatTellsToCall()
    {
        await new Account(Home, "4000000093") { Contract = "4000000093" }.AddToAsync(App);
        var contract = await App.QueryAsync(Home, db => db.Contracts.SingleAsync(row => row.Number == "4000000093"));

        var page = (await (await OfAsync(Home)).GetAsync($"/admin/contracts/{Home}/{contract.Id}/letter")).ShouldBeOk();

        page.ShouldShow("この契約には電話番号がありません").Has(".p-slip").ShouldBeFalse();
        page.Has("form[action$=pdf]").ShouldBeFalse();
        (await page.ClickAsync("電話番号を追加")).ShouldBeOk();
        (await EventsAsync("start-letter-printed")).ShouldBeEmpty();
    }

    private Task<PortalBrowser> OfAsync(string site) => SignedInAsync($"{site}@portal.test", AccountRole.TenantAdministrator, site);

    private async Task RentalAsync(int users)
    {
        for (var i = 0; i < users; i++)
        {
            await new Account(Rental, "R900001") { Contract = "R900001", Email = $"colleague{i}@example.jp" }.AddToAsync(App);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin.Imports;

public sealed class MovingContractsIn : ImportTest
{
    private const string Names = "契約者名,契約番号,サービス,契約開始日,ID数の上限,回線番号,回線名\r\n";

    [Fact]
    public async Task ADMIN_12_SeveralRowsOfAContractAreItsLines()
    {
        var administrator = await AdministratorAsync();
        var page = await CheckedAsync(administrator, Names
            + "移行商事,C-970001,回線,2024/04/01,100,L-1,本社\r\n移行商事,C-970001,回線,2024/04/01,100,L-2,\r\n"
            + "移行商事,C-970002,回線,2024-05-01,,,\r\n", "Contracts");
        await page.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();

        (await administrator.GetAsync(page.Address.AbsolutePath)).ShouldShow("3行を登録しました");
        var contracts = await App.QueryAsync(Control, db => db.Contracts.Include(row => row.Holder)
            .Where(row => row.Number.StartsWith("C-97")).OrderBy(row => row.Number).ToListAsync());
        contracts.Select(row => (row.Number, row.AccountLimit, row.StartsOn, row.Holder!.Name))
            .ShouldBe([("C-970001", 100, new DateOnly(2024, 4, 1), "移行商事"), ("C-970002", 50, new DateOnly(2024, 5, 1), "移行商事")]);
        contracts.Select(row => row.HolderId).Distinct().ShouldHaveSingleItem();
        (await App.QueryAsync(Control, db => db.ContractLines.Where(line => line.ContractId == contracts[0].Id)
            .OrderBy(line => line.Order).Select(line => line.Name).ToListAsync())).ShouldBe(["本社", "L-2"]);
        (await EventsAsync("contract-moved-in")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_12_RowsThatContradictOneAnotherAreNamed()
    {
        var page = await CheckedAsync(await AdministratorAsync(), Names
            + "移行商事,C-970001,回線,2024/04/01,100,L-1,\r\n移行商会,C-970001,回線,2024/04/01,100,L-1,\r\n"
            + "移行商事,C-900001,回線,いつか,0,,\r\n", "Contracts");
        page.Texts("tbody tr").ShouldBe([
            "3 契約番号 2行目と契約の内容が異なります",
            "3 回線番号 2行目と同じです",
            "4 契約番号 すでに登録されています",
            "4 契約開始日 日付として読み取れません",
            "4 ID数の上限 1から100000までの整数で入力してください",
        ]);
    }

    [Fact]
    public async Task ADMIN_12_ADMIN_4_NumbersAreThoseOfTheTenant_InOneForm_AndUsersFindThem()
    {
        var administrator = await AdministratorAsync();
        var wrong = await CheckedAsync(administrator, Names + "移行商事,契約1,回線,2024-05-01,,,\r\n" + "移行商事,C-97,回線,2024-05-01,,,\r\n"
            + new string('長', 101) + ",C-970001,回線,2024-05-01,,,\r\n", "Contracts");
        wrong.Texts("tbody tr").ShouldBe([
            "2 契約番号 このサイトの契約番号の形式ではありません",
            "3 契約番号 このサイトの契約番号の形式ではありません",
            "4 契約者名 100文字を超えています",
        ]);

        var contracts = await CheckedAsync(administrator, Names + "移行商事,ｃ-970001,回線,2024-05-01,,,\r\n", "Contracts");
        await contracts.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();
        (await App.World.Contracts.CountAsync(row => row.Number == "C-970001")).ShouldBe(1);
        var users = await CheckedAsync(administrator, Headings + "c-９70001,N0009701,,移行,花子,,,,\r\n");
        await users.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();
        (await App.QueryAsync(Control, db => db.Users.Where(user => user.UserName == "N0009701").Select(user => user.Contract!.Number)
            .SingleAsync())).ShouldBe("C-970001");
    }
}

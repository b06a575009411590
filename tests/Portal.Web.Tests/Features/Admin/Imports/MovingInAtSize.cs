using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Imports;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Tables;
using Portal.Web.Tests.Files.Tables;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>A workbook of twenty thousand rows, in bounded memory and time (ADMIN-12).</summary>
[Trait("Timing", "measured")]
public sealed class MovingInAtSize : ImportTest
{
    private const int Contracts = 200;
    private const int Lines = 100;
    private const int Rows = Contracts * Lines;

    /// <summary>Of everything that reading a row leaves behind, in bytes.</summary>
    private const long MostOfARow = 30_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public void ADMIN_12_IV_20_ReadingAWorkbook_NeedsSoMuchMemoryForARow_AndNoMore()
    {
        var content = Content();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var table = TableFile.Read(content, ImportHeadings.Of(ImportKind.Contracts).Known, TableLimits.Bulk);

        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        table.Problem.ShouldBeNull();
        table.Rows.Count.ShouldBe(Rows + 1);
        spent.ShouldBeLessThan(Rows * MostOfARow);
    }

    [Fact]
    public async Task ADMIN_12_TwentyThousandRowsOfAWorkbook_AreCheckedAndTakenOver()
    {
        var administrator = await AdministratorAsync();
        await using var slowness = Slowness.Measure(() => App.CreateBrowser().GetAsync("/healthz/live"));
        var began = Stopwatch.GetTimestamp();
        var page = await (await UploadAsync(administrator, Content(), "Contracts")).FollowAsync();
        await RoundAsync();
        var fit = (await administrator.GetAsync(page.Address.AbsolutePath)).ShouldShow("20,000行すべてを登録できます");

        await fit.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();

        (await JobAsync()).State.ShouldBe(ImportState.Done);
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(await slowness.AddToAsync(Patience));
        (await App.QueryAsync(Control, db => db.ContractLines.CountAsync())).ShouldBe(Rows);
        (await App.QueryAsync(Control, db => db.Contracts.CountAsync(row => row.Number.StartsWith("C-97")))).ShouldBe(Contracts);
        (await FilesAsync()).ShouldBe(0);
    }

    private static byte[] Content()
    {
        string[] headings = ["契約者名", "契約番号", "サービス", "契約開始日", "ID数の上限", "回線番号", "回線名"];
        var rows = Enumerable.Range(0, Rows).Select(at => new[]
        {
            "移行商事", Text($"C-97{at / Lines:0000}"), "回線", "2024-04-01", "100", Text($"L-{at % Lines:000}"), "本社",
        });
        return new Workbook(string.Concat(rows.Prepend(headings).Select((cells, row) =>
            $"<row r=\"{Text($"{row + 1}")}\">"
            + string.Concat(cells.Select((cell, at) => Workbook.Cell(Text($"{(char)('A' + at)}{row + 1}"), cell))) + "</row>"))).ToBytes();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Portal.TestKit.Web;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>
/// A workbook that a job would make has nowhere to be fetched in somebody else's place: the page says so before.
/// </summary>
public sealed class LongFilesWhileActing : LinkedTest
{
    [Theory]
    [InlineData("/account/login-history")]
    [InlineData("/operators/login-history")]
    public async Task HIST_3_SE_13_ALongWorkbookIsNotOrdered_AndThePageSaysWhat(string path)
    {
        await App.World.Audit.AddPastAsync(First, 10_001, App.Time.GetUtcNow().AddHours(-4), TimeSpan.FromSeconds(1));
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        var page = (await manager.GetAsync(place + path)).ShouldBeOk().ShouldShow("Excelに保存できるのは10,000件までです");
        page.Has("main a[href$='/account/exports']").ShouldBeFalse();
        (await page.Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldBeRefused()
            .ShouldShow("CSVで保存するか、期間や種類で絞り込んでください");

        (await EventsAsync("export-requested")).ShouldBe(0);
    }

    [Fact]
    public async Task HIST_3_ItsOwner_OrdersItStill()
    {
        await App.World.Audit.AddPastAsync(First, 10_001, App.Time.GetUtcNow().AddHours(-4), TimeSpan.FromSeconds(1));
        var page = (await (await AdministratorAsync()).GetAsync(Base + "/account/login-history")).ShouldBeOk();

        (await page.Form("form[action$=export]").SubmitAsync("Excelで保存")).ShouldRedirectTo(Base + "/account/exports");

        (await App.World.Audit.CountAsync("export-requested", First)).ShouldBe(1);
    }
}

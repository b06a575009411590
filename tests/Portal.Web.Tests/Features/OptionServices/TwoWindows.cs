using Portal.Rules.OptionServices;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OptionServices;

public sealed class TwoWindows : OptionTest
{
    [Fact]
    public async Task OPT_4_SAFE_1_TheSecondWindow_SeesBothVersions_AndLosesNothing()
    {
        var browser = await SignedInAsync();
        var second = await (await ForwardingAsync(browser, target: "06-6123-4567")).SubmitAsync();
        await ForwardAsync(browser);

        var told = await second.ShouldBeOk().Form().SubmitAsync("保存");

        told.ShouldBe(System.Net.HttpStatusCode.Conflict).ShouldShow("06-6123-4567").ShouldShow(Target);
        (await SettingAsync(Main, OptionService.Forwarding))!.Settings.ShouldContain("+819012345678");
        var edit = await told.Form().SubmitAsync("入力した内容を見直す");
        edit.ShouldBeOk().Form().Fields.ShouldContain(field => field.Name == "Target" && field.Value == "06-6123-4567");
        (await told.Form().SubmitAsync("入力した内容で保存")).ShouldRedirectTo(Address(Main));
        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.Version, row.Settings.Contains("+81661234567", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    [Fact]
    public async Task OPT_4_TwoServicesOfOneNumber_DoNotStandInEachOthersWay()
    {
        var browser = await SignedInAsync();
        var rejection = (await browser.GetAsync(Address(Main, "anonymous-rejection"))).Form().Check("On");
        await ForwardAsync(browser);

        (await SaveAsync(rejection)).ShouldRedirectTo(Address(Main));
    }

    [Fact]
    public async Task OPT_4_TwoAtOnce_OneIsSaved_AndTheOtherToldSo()
    {
        var (one, other) = (await SignedInAsync(), await SignedInAsync());
        var first = await (await ForwardingAsync(one)).SubmitAsync();
        var second = await (await ForwardingAsync(other, target: "06-6123-4567")).SubmitAsync();

        var answers = await Task.WhenAll(first.Form().SubmitAsync("保存"), second.Form().SubmitAsync("保存"));

        answers.Select(answer => (int)answer.Status).Order().ShouldBe([303, 409]);
        (await SettingAsync(Main, OptionService.Forwarding))!.Version.ShouldBe(1);
        (await OwedAsync()).ShouldHaveSingleItem();
    }
}

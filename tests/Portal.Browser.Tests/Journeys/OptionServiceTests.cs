using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed;
using Portal.Web.Outbox;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A setting on its way into the network of the demonstration, seen from both sides.</summary>
public sealed class OptionServiceTests(Chromium chromium)
{
    private const string Number = "0676543210";
    private const string Page = $"/t/homephone/options/{Number}";
    private const string State = "[data-state=Voicemail]";

    [Fact]
    public async Task OPT_3_WithTheNetworkFailing_ThePageSaysSo_AndChangesByItself_OnceItIsBack()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await using var network = await chromium.OpenAsync(site.Address, new Look("ja"));
        await SwitchAsync(network, "Failing");
        await window.SignInAsync("/t/homephone", Number, DemoAccounts.HomePhonePassword);

        await window.GoAsync(Page + "/voicemail");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.Page.CheckAsync("main [name=On]");
        await window.PressAsync();
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe(Page);
        (await window.Page.InnerTextAsync(State)).ShouldContain("反映中");
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await WorkAsync(site);
        await window.Page.WaitForSelectorAsync($"{State}:has-text('反映できていません')");

        await SwitchAsync(network, "Normal");
        site.App.Time.Advance(TimeSpan.FromMinutes(2));
        await WorkAsync(site);
        await window.Page.WaitForSelectorAsync($"{State}:has-text('反映済み')");
        await network.Page.WaitForSelectorAsync("[data-part=numbers]:has-text('06-7654-3210')");
        (await network.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task SwitchAsync(Window network, string mode)
    {
        await network.GoAsync("/dev/network");
        await network.Page.CheckAsync($"main [name=Mode][value={mode}]");
        await network.PressAsync();
    }

    private static Task WorkAsync(Site site) =>
        site.App.Services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(OutboxChannel.Webhook, CancellationToken.None);
}

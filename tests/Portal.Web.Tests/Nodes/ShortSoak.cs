using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Jobs;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// A soak of seconds, where the case asks for a day: it finds what each request, each file or each sign-in leaves
/// behind. What grows with time alone, and slowly, it does not find.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class ShortSoak : IAsyncLifetime
{
    private const int People = 4;
    private const int Rounds = 20;

    // Connections to the database come and go; a handle a round and person would be eighty.
    private const int FewHandles = 40;
    private const long FewBytes = 96L << 20;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-soak-");
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { }, time: FakeTime.Running());
        foreach (var person in Enumerable.Range(0, People))
        {
            await new Account("control", Login(person)) { IsManager = true }.AddToAsync(app);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task RX_08_HandlesMemoryTemporaryFilesSessionsAndLimitsByAddress_StayAsFewAsTheyWere()
    {
        using var node = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort(),
            new Dictionary<string, string> { ["TMPDIR"] = folder.FullName });
        await using var proxy = await NodesBehindAProxy.StartAsync([node.Address]);

        await SoakAsync(proxy.Address);
        var (handles, memory) = (node.Handles, node.Memory);
        await SoakAsync(proxy.Address);

        node.Handles.ShouldBeLessThan(handles + FewHandles);
        node.Memory.ShouldBeLessThan(memory + FewBytes);
        folder.EnumerateFiles("portal-*").ShouldBeEmpty();
        foreach (var person in Enumerable.Range(0, People))
        {
            // Of twice so many sign-ins.
            (await app.World.Sessions.CountOpenAsync(await app.World.Accounts.IdOfAsync(Login(person)))).ShouldBe(Rounds);
        }

        (await app.World.AddressWindows.CountAsync()).ShouldBeGreaterThan(0);
        app.Time.Advance(TimeSpan.FromDays(32));
        await app.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(TestContext.Current.CancellationToken);
        (await app.World.AddressWindows.CountAsync()).ShouldBe(0);
        (await app.World.Sessions.CountAsync()).ShouldBe(0);
        (await app.World.SignInAttempts.CountAsync()).ShouldBe(0);
    }

    private static string Login(int person) => $"N000900{person}";

    private Task SoakAsync(Uri proxy) => Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
    {
        for (var round = 0; round < Rounds; round++)
        {
            var stranger = app.CreateBrowser(proxy);
            if (round % 4 == 0)
            {
                (await stranger.TrySignInAsync("control", $"N1{person}{round:0000}", "Wrong1357-Tiger")).ShouldBeRefused();
            }

            (await stranger.GetAsync($"/t/nobody{person}x{round}/login")).ShouldBeNotFound();
            var browser = app.CreateBrowser(proxy);
            (await browser.SignInAsync("control", Login(person))).ShouldBeOk();
            (await (await browser.GetAsync("/t/control/operators")).ShouldBeOk().Form("form[action*=export]").SubmitAsync("Excelで保存"))
                .ShouldBeOk();
        }
    }));
}

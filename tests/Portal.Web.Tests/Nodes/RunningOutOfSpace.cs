using System.Diagnostics;
using System.Net;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Nodes;

/// <summary>
/// A disk that is full, where the data lie and where a node puts its temporary files. Where the write-ahead log has no
/// space PostgreSQL ends itself, which <see cref="KillingTheDatabase"/> shows.
/// </summary>
[Collection(nameof(KillingANode))]
public sealed class RunningOutOfSpace : IAsyncLifetime
{
    private const string Id = "N0009001";
    private const string List = "/t/control/operators";

    // A file system of 12 kB, seen by the node alone; it needs no rights where the machine lets users have namespaces.
    private const string SmallDisk = "mount -t tmpfs -o size=12k tmpfs \"$TMPDIR\" && exec \"$@\"";

    private static readonly string[] Namespace = ["unshare", Environment.IsPrivilegedProcess ? "-m" : "-rm"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-full-");
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: _ => { }, time: FakeTime.Running());
        await new Account("control", Id) { IsManager = true }.AddToAsync(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task FD_07_WithoutSpaceForTheData_NothingIsHalfDone_WhatOnlyReadsGoesOn_AndAllComesBack()
    {
        var (inside, outside) = (app.CreateBrowser(), app.CreateBrowser());
        (await inside.SignInAsync("control", Id)).ShouldBeOk();
        var user = await app.World.Accounts.IdOfAsync(Id);
        var (events, sessions) = (await app.World.Audit.CountAsync(), await app.World.Sessions.CountAsync());
        await app.World.Audit.FillDiskAsync();

        foreach (var secret in new[] { Account.UsualPassword, "Wrong.9753" })
        {
            (await outside.TrySignInAsync("control", Id, secret)).ShouldBe(HttpStatusCode.ServiceUnavailable)
                .ShouldHaveHeader("Retry-After", "60");
        }

        (await ExportAsync(inside, List)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await inside.GetAsync(List)).ShouldBeOk();
        (await app.World.Audit.CountAsync()).ShouldBe(events);
        (await app.World.Sessions.CountAsync()).ShouldBe(sessions);
        (await app.World.Locks.FailuresAsync(user)).ShouldBe(0);

        await app.World.Audit.MakeRoomAsync();
        (await outside.TrySignInAsync("control", Id, "Wrong.9753")).ShouldBeRefused();
        (await outside.SignInAsync("control", Id)).ShouldBeOk();
        (await ExportAsync(inside, List)).ShouldBeOk();
    }

    [Fact]
    public async Task FD_07_WithoutSpaceForTemporaryFiles_ALargeFileIsRefused_ASmallOneIsMade()
    {
        Assert.SkipUnless(await CanHaveSmallDiskAsync(), "This machine lets this user mount nothing, not even in a namespace of its own.");
        await Parallel.ForEachAsync(Enumerable.Range(0, 600), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            await new Account("control", $"N1{number:00000}")
            {
                FamilyName = $"姓{number * 7919}",
                GivenName = $"名{number * 104729}",
            }.AddToAsync(app));
        using var node = await NodeProcess.StartAsync(app.Database, PortalApp.FreePort(),
            new Dictionary<string, string> { ["TMPDIR"] = folder.FullName }, [.. Namespace, "sh", "-c", SmallDisk, "sh"]);
        await using var proxy = await NodesBehindAProxy.StartAsync([node.Address]);
        var browser = app.CreateBrowser(proxy.Address);
        (await browser.SignInAsync("control", Id)).ShouldBeOk();

        // Twice: what the first left behind would be in the way of the small one.
        for (var time = 0; time < 2; time++)
        {
            (await ExportAsync(browser, List)).ShouldBe(HttpStatusCode.ServiceUnavailable).ShouldHaveHeader("Retry-After", "60");
        }

        (await app.World.Audit.CountAsync("exported")).ShouldBe(0);
        (await browser.GetAsync(List)).ShouldBeOk();
        (await ExportAsync(browser, List + "?q=" + Id)).ShouldBeOk();
        (await app.World.Audit.CountAsync("exported")).ShouldBe(1);
    }

    private static async Task<PortalPage> ExportAsync(PortalBrowser browser, string list) =>
        await (await browser.GetAsync(list)).ShouldBeOk().Form("form[action*=export]").SubmitAsync("Excelで保存");

    private async Task<bool> CanHaveSmallDiskAsync()
    {
        var start = new ProcessStartInfo("env", [.. Namespace, "sh", "-c", SmallDisk, "sh", "true"])
        {
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = folder.FullName },
        };
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}

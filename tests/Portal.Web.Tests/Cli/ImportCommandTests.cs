using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Jobs.Imports;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Cli;

/// <summary>Moving in from the terminal.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Head = "Contract number,Login ID,Password hash\n";
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(time: FakeTime.Running());
        await app.CreateBrowser().GetAsync("/healthz/live");
        await new Account("control", "N0009001").AddToAsync(app);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return app.DisposeAsync();
    }

    [Fact]
    public async Task ADMIN_12_CLI_1_AFileIsChecked_AndImported_ByTheOperatingSystemsUser()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0\n");
        var check = await RunAsync("import", "users", file, "--tenant", "control", "--check");
        (check.Code, check.Output.Contains("1 rows are fit.", StringComparison.Ordinal)).ShouldBe((0, true), check.Error);
        (await MovedAsync()).ShouldBe(0);

        var run = await RunAsync("import", "users", file, "--tenant", "control");
        run.Code.ShouldBe(0, run.Error);
        (await app.CreateBrowser().SignInAsync("control", "N0009701")).ShouldBeOk();
        (await app.World.Audit.ReadAsync("moved-in", happened => happened.ActorKind + " " + happened.ActorName))
            .ShouldBe("CommandLine " + Environment.UserName);
        (await RunAsync("import", "users", file, "--tenant", "control")).Code.ShouldBe(1, "the ID is taken by now");
    }

    [Fact]
    public async Task ADMIN_12_CLI_1_FaultsAreListedAndExitWithOne()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,\nC-404,N0009702,\n");
        var run = await RunAsync("import", "users", file, "--tenant", "control", "--json");
        run.Code.ShouldBe(1);
        var fault = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        (fault.GetProperty("row").GetInt32(), fault.GetProperty("column").GetString(), fault.GetProperty("problem").GetString())
            .ShouldBe((3, "Contract", "NoContract"));
        (await MovedAsync()).ShouldBe(0);
        (await RunAsync("import", "users", file)).Code.ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_12_CLI_1_FaultsAreSaidInTheSentencesOfThePages()
    {
        await File.WriteAllTextAsync(file, "Contract number,operator id,Language\nC-404,N0009701,fr\n");
        var rows = await RunAsync("import", "users", file, "--tenant", "control", "--check");
        rows.Code.ShouldBe(1);
        rows.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe([
            "2  Contract number      there is no contract of this number",
            "2  Language             must be one of: ja, en",
        ]);

        await File.WriteAllTextAsync(file, "Contract number,Shoe size\nC-900001,9\n");
        var whole = await RunAsync("import", "users", file, "--tenant", "control", "--check");
        whole.Code.ShouldBe(1);
        whole.Error.ShouldContain(": There is no column “Shoe size”. The headings can be: Contract number (required), "
            + "ID (required), Email,");

        await File.WriteAllTextAsync(file, "Contract number,Login ID\n\"C-900001,N0009701\n");
        (await RunAsync("import", "users", file, "--tenant", "control", "--check")).Error
            .ShouldContain("a quotation mark is not closed");
    }

    [Fact]
    public async Task ADMIN_12_ADMIN_14_TheStaffFindsTheFile_WithItsResult_AndFirstPasswords()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,{SSHA}DT4VliVVPOgeZe2vgdscLYn/HO5zYWx0\nC-900001,N0009702,\n");
        var run = await RunAsync("import", "users", file, "--tenant", "control");
        (run.Code, run.Output.TrimStart()).ShouldBe((0, "Imported 2 rows.\n1 of them came without a password: tenant administrators "
            + "issue first passwords on the page of this file under /admin/imports, within 30 days.\n"), run.Error);

        var staff = await AdministratorAsync();
        (await staff.GetAsync("/admin/imports")).ShouldBeOk().ShouldShow(Path.GetFileName(file)).ShouldShow(Environment.UserName);
        var page = (await (await staff.GetAsync("/admin/imports")).ClickAsync(Path.GetFileName(file))).ShouldBeOk();
        (await staff.GetAsync(page.Find("a[href$=result]").GetAttribute("href")!)).ShouldBeOk().Body.ShouldContain("N0009702");
        var ask = (await page.ClickAsync("パスワードのない利用者に仮パスワードを発行")).ShouldBeOk();
        var shown = (await (await ask.Form().Fill("Form.Reason", "移行").SubmitAsync()).FollowAsync()).ShouldBeOk();
        shown.Texts(".p-slip__id").ShouldBe(["N0009702"]);
        await app.Services.GetRequiredService<ImportRunner>().RunOnceAsync(TestContext.Current.CancellationToken);
        (await app.World.Mails.CountOfAsync("import-ended")).ShouldBe(0, "its end was told at the terminal");
    }

    [Fact]
    public async Task ADMIN_12_WhatWasOnlyChecked_OrHasFaults_LeavesNoRecord()
    {
        await File.WriteAllTextAsync(file, Head + "C-900001,N0009701,\n");
        (await RunAsync("import", "users", file, "--tenant", "control", "--check")).Code.ShouldBe(0);
        await File.WriteAllTextAsync(file, Head + "C-404,N0009702,\n");
        (await RunAsync("import", "users", file, "--tenant", "control")).Code.ShouldBe(1);

        (await app.World.ImportJobs.CountAsync()).ShouldBe(0);
    }

    private async Task<PortalBrowser> AdministratorAsync()
    {
        const string Id = "tenantadmin@portal.test";
        await app.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        var id = await new Account("admin", Id) { Role = AccountRole.TenantAdministrator, Contract = null, Email = Id }.AddToAsync(app);
        await app.InTenantAsync("admin", async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = id,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control"))!.Id,
            }));
        var browser = app.CreateBrowser();
        (await browser.SignInAsync("admin", Id)).ShouldBeOk();
        return browser;
    }

    private Task<int> MovedAsync() => app.QueryAsync("control", db => db.Users.CountAsync(user => user.UserName!.StartsWith("N00097")));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Testing",
                ["ConnectionStrings__Portal"] = app.Database.AppConnectionString,
                ["ConnectionStrings__PortalOwner"] = app.Database.OwnerConnectionString,
                ["Portal__BaseUrl"] = "https://localhost",
                ["Portal__Passwords__Iterations"] = "1000",
            },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Domain.Tenants;
using Portal.Web.Jobs;
using Portal.Web.Jobs.Imports;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Http.Twice;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>How nodes share the work on files, tell of it, and leave nothing behind (ADMIN-12).</summary>
public sealed class WorkingOnFiles : ImportTest
{
    private const string NewPassword = "Violet8642tram";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>What is held in a test is waited for, however slow the machine is.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:Database:PatienceFactor"] = "20" };

    [Fact]
    public async Task AZ_21_TheFilesOfASuspendedTenantWait_UntilItIsResumed()
    {
        var page = await CheckedAsync(await AdministratorAsync(), Good);
        await page.Form("form[action$=confirm]").SubmitAsync();
        await SwitchAsync((tenants, id) => tenants.SuspendAsync(id, "未納"));

        (await RoundAsync()).ShouldBe(0);
        (await MovedAsync()).ShouldBe(0);

        await SwitchAsync((tenants, id) => tenants.ResumeAsync(id, "入金"));
        (await RoundAsync()).ShouldBe(1);
        (await MovedAsync()).ShouldBe(3);
    }

    private Task SwitchAsync(Func<TenantSwitch, Guid, Task<bool>> act) => App.InTenantAsync(Control,
        services => act(services.GetRequiredService<TenantSwitch>(), services.GetRequiredService<CurrentTenant>().Value.Id));

    [Fact]
    public async Task ADMIN_12_AFileThatTakesLongToCheck_StaysWithItsNode()
    {
        await UploadAsync(await AdministratorAsync(), Good);
        await using var owner = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await using (var locks = new NpgsqlCommand("""LOCK TABLE "Contracts" IN ACCESS EXCLUSIVE MODE""", owner))
        {
            await locks.ExecuteNonQueryAsync();
        }

        var clock = new BeatingClock(App.Time);
        var node = new ImportRunner(App.Services.GetRequiredService<TenantWork>(), App.Services.GetRequiredService<TenantCatalog>(), clock,
            NullLogger<ImportRunner>.Instance);
        var working = node.RunOnceAsync(CancellationToken.None);
        await UntilAsync(async () => (await JobAsync()).State == ImportState.Checking);
        var until = (await JobAsync()).ClaimedUntil!.Value;
        App.Time.Advance(TimeSpan.FromSeconds(50));
        await UntilAsync(async () =>
        {
            clock.Beat();
            return (await JobAsync()).ClaimedUntil > until;
        });
        App.Time.Advance(TimeSpan.FromSeconds(50));

        (await RoundAsync()).ShouldBe(0, "a hundred seconds after the claim the first node still has it");
        working.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();
        (await working).ShouldBe(1);
        var job = await JobAsync();
        (job.State, job.Tries, job.ClaimedUntil).ShouldBe((ImportState.Checked, 1, (DateTimeOffset?)null));
    }

    [Fact]
    public async Task ADMIN_12_REL_2_AClaimThatCannotBeRenewed_LeavesTheWorkAlone_AndIsTriedAgain()
    {
        await UploadAsync(await AdministratorAsync(), Good);
        var id = (await JobAsync()).Id;
        var tenant = await App.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Control);
        var job = await App.InTenantAsync(Control, services => services.GetRequiredService<ImportClaims>().ClaimAsync(id));
        var clock = new BeatingClock(App.Time);
        var database = new AwayDatabase(App.Services.GetRequiredService<IServiceScopeFactory>(), time => time == 1);
        App.Time.Advance(TimeSpan.FromSeconds(30));

        await using (ImportPulse.Begin(job!, tenant!, new TenantWork(database), clock, NullLogger.Instance))
        {
            clock.Beat();
            await database.AskedAsync();
            await UntilAsync(async () =>
            {
                clock.Beat();
                return (await JobAsync()).ClaimedUntil == App.Time.GetUtcNow() + ImportClaims.Claim;
            });
        }
    }

    [Fact]
    public async Task ADMIN_12_REL_2_WhereItCannotEvenBeNotedThatAFileFailed_TheRoundGoesOn()
    {
        await UploadAsync(await AdministratorAsync(), Good);

        // It looks, claims the file, and is away while it reads the file and while it notes that.
        var database = new AwayDatabase(App.Services.GetRequiredService<IServiceScopeFactory>(), time => time is 3 or 4);
        var node = new ImportRunner(new TenantWork(database), App.Services.GetRequiredService<TenantCatalog>(), App.Time,
            NullLogger<ImportRunner>.Instance);

        (await node.RunOnceAsync(CancellationToken.None)).ShouldBe(1);

        (await JobAsync()).State.ShouldBe(ImportState.Checking);
        App.Time.Advance(ImportClaims.Claim + TimeSpan.FromSeconds(1));
        (await RoundAsync()).ShouldBe(1, "its claim ran out");
        (await JobAsync()).State.ShouldBe(ImportState.Checked);
    }

    [Fact]
    public async Task ADMIN_12_WhomOneCannotTell_DoesNotKeepTheOthersFromHearing()
    {
        var administrator = await AdministratorAsync();
        await UploadAsync(administrator, Headings + "C-404,N0009701,,,,,,,\r\n");
        var first = await JobAsync();
        App.Time.Advance(TimeSpan.FromSeconds(1));
        await UploadAsync(administrator, Headings + "C-404,N0009702,,,,,,,\r\n");
        await ExecuteAsOwnerAsync($"""ALTER TABLE "Outbox" ADD CONSTRAINT untold CHECK ("BusinessKey" <> 'import/{first.Id:N}')""");

        await RoundAsync();

        (await App.World.ImportJobs.ListAsync(job => job.State)).ShouldAllBe(state => state == ImportState.Faulty);
        (await ToldAsync()).ShouldBe(1);
        (await App.World.ImportJobs.ReadAsync(job => job.Id == first.Id, job => job.ToldAt)).ShouldBeNull();
        await ExecuteAsOwnerAsync("""ALTER TABLE "Outbox" DROP CONSTRAINT untold""");
        await RoundAsync();
        (await ToldAsync()).ShouldBe(2);
        (await App.World.ImportJobs.CountAsync(job => job.ToldAt == null)).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_12_FD_01_WhatBreaksWhileItIsTakenOver_IsTriedThreeTimes_AndThenSaidToHaveFailed()
    {
        var administrator = await AdministratorAsync();
        var page = await ConfirmedAsync(administrator);
        await App.World.Accounts.RefuseNewAsync();

        await RoundAsync();
        (await StandAsync()).ShouldBe((ImportState.Confirmed, 1));
        (await RoundAsync()).ShouldBe(0, "it rests for a while first");
        App.Time.Advance(TimeSpan.FromSeconds(31));
        await RoundAsync();
        (await StandAsync()).ShouldBe((ImportState.Confirmed, 2));
        (await EventsAsync("move-in-failed")).ShouldBeEmpty();
        App.Time.Advance(TimeSpan.FromSeconds(31));
        await RoundAsync();

        (await StandAsync()).ShouldBe((ImportState.Failed, 3));
        (await EventsAsync("move-in-failed")).Count.ShouldBe(1);
        (await FilesAsync()).ShouldBe(0, "the hashes are gone with the file");
        (await MovedAsync()).ShouldBe(0);
        (await App.MailsAsync(AdministratorId)).Count(mail => mail.Subject.Contains("データ移行に失敗しました", StringComparison.Ordinal)).ShouldBe(1);
        (await administrator.GetAsync(page)).ShouldBeOk().ShouldShow("処理を完了できませんでした").ShouldShow("何も登録していません");
        var row = (await administrator.GetAsync(Imports)).ShouldBeOk().Texts("tbody td, tbody th");
        row.ShouldContain("people.csv");
        row.ShouldContain("失敗");
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await RoundAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Review", "F1")]
    public async Task ADMIN_12_FP_09_AFileThatKillsEachNodeThatTakesIt_IsGivenUp_AndItsOwnerHearsOfIt(bool confirmed)
    {
        var administrator = await AdministratorAsync();
        if (confirmed)
        {
            await ConfirmedAsync(administrator);
        }
        else
        {
            await UploadAsync(administrator, Good);
        }

        var id = (await JobAsync()).Id;
        for (var node = 1; node <= ImportClaims.MostTries; node++)
        {
            (await App.InTenantAsync(Control, services => services.GetRequiredService<ImportClaims>().ClaimAsync(id))).ShouldNotBeNull();
            App.Time.Advance(ImportClaims.Claim + TimeSpan.FromSeconds(1));
        }

        (await RoundAsync()).ShouldBe(1);

        (await StandAsync()).ShouldBe((ImportState.Failed, ImportClaims.MostTries + 1));
        (await EventsAsync("move-in-failed")).Count.ShouldBe(1);
        (await FilesAsync()).ShouldBe(0);
        (await MovedAsync()).ShouldBe(0);
        (await App.MailsAsync(AdministratorId)).Count(mail => mail.Subject.Contains("データ移行に失敗しました", StringComparison.Ordinal)).ShouldBe(1);
        App.Time.Advance(TimeSpan.FromMinutes(5));
        (await RoundAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_12_FD_01_WhatWorksAgain_IsTakenOverOnce()
    {
        var administrator = await AdministratorAsync();
        await ConfirmedAsync(administrator);
        await App.World.Accounts.RefuseNewAsync();
        await RoundAsync();
        await App.World.Accounts.TakeNewAsync();
        App.Time.Advance(TimeSpan.FromSeconds(31));

        await RoundAsync();

        (await StandAsync()).ShouldBe((ImportState.Done, 2));
        (await MovedAsync()).ShouldBe(3);
        (await EventsAsync("moved-in")).Count.ShouldBe(1);
        (await EventsAsync("move-in-failed")).ShouldBeEmpty();
        (await administrator.GetAsync(Imports)).ShouldBeOk().Texts("tbody td").ShouldContain("登録済み");
    }

    [Fact]
    public async Task ADMIN_12_AHeadingAsLongAsAPage_IsSaidToBeNone()
    {
        var page = await CheckedAsync(await AdministratorAsync(), new string('文', 400) + ",ログインID\r\n本文,N0009701\r\n");

        page.ShouldBeOk().ShouldShow("の列は使えません");
        var job = await JobAsync();
        (job.State, job.Tries).ShouldBe((ImportState.Faulty, 1));
    }

    [Fact]
    public async Task ADMIN_12_ML_06_AFileThatNobodyConfirms_GoesAfterADay_WithItsHashes()
    {
        await CheckedAsync(await AdministratorAsync(), Good);
        App.Time.Advance(TimeSpan.FromHours(23));
        await CleanUpAsync();
        (await FilesAsync()).ShouldBe(1);

        App.Time.Advance(TimeSpan.FromHours(2));
        await CleanUpAsync();

        (await FilesAsync()).ShouldBe(0);
        (await App.World.ImportJobs.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_12_PASS_1_WhoHasToChangeAnOldPassword_ChangesIt_AndNothingOfTheOldHashStays()
    {
        var page = await CheckedAsync(await AdministratorAsync(), Good);
        await page.Form("form[action$=confirm]").SubmitAsync();
        await RoundAsync();
        var browser = App.CreateBrowser();
        var required = (await browser.SignInAsync(Control, "N0009702")).ShouldBeOk();
        var form = required.Form("form:has(input[name=Current])").Fill("New", NewPassword).Fill("Again", NewPassword);

        (await form.Fill("Current", "Wrong2468-Horse").SubmitAsync()).ShouldBeRefused();
        (await form.Anew().Fill("Current", Account.UsualPassword).SubmitAsync()).Location.ShouldNotBeNull();

        var hash = await App.World.Accounts.ReadAsync(user => user.UserName == "N0009702", user => user.PasswordHash);
        hash.ShouldNotBeNull().ShouldNotStartWith("$2b$");
        (await App.CreateBrowser().TrySignInAsync(Control, "N0009702")).ShouldBeRefused();
        (await App.CreateBrowser().SignInAsync(Control, "N0009702", NewPassword)).ShouldBeOk()
            .Address.AbsolutePath.ShouldNotContain("required");
    }

    private Task<int> CleanUpAsync() => App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);

    private Task<int> ToldAsync() => App.QueryAsync(Staff, db => db.Outbox.CountAsync(mail => mail.Kind == "import-ended"));

    private async Task ExecuteAsOwnerAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(App.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another thread does the work: one can only look whether it has.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Uploaded, checked, and confirmed; where its page is.</summary>
    private async Task<string> ConfirmedAsync(PortalBrowser administrator)
    {
        var page = await CheckedAsync(administrator, Good);
        (await page.Form("form[action$=confirm]").SubmitAsync()).ShouldRedirectTo(page.Address.AbsolutePath);
        return page.Address.AbsolutePath;
    }

    private async Task<(ImportState State, int Tries)> StandAsync()
    {
        var job = await JobAsync();
        return (job.State, job.Tries);
    }
}

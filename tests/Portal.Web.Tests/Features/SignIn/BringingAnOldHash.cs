using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>An account whose password the system before this one hashed.</summary>
public sealed class BringingAnOldHash : SignInTest
{
    private const string Old = "$2b$10$abcdefghijklmnopqrstuuJJSB40dS5vZ8y96iDqDG6PfLQRoTTeW";

    protected override Account Usual => base.Usual with { With = user => user.PasswordHash = Old };

    [Fact]
    public async Task ADMIN_12_TheFirstSignInReplacesIt_TheSecondIsWithOurs()
    {
        (await App.CreateBrowser().SignInAsync(Tenant, Id, Right)).ShouldBeOk();
        var ours = await HashAsync();
        ours.ShouldNotBe(Old);
        App.Services.GetRequiredService<PasswordHashing>().Verify(ours, Right).ShouldBe(PasswordVerificationResult.Success);

        (await App.CreateBrowser().SignInAsync(Tenant, Id, Right)).ShouldBeOk();
        (await HashAsync()).ShouldBe(ours);
    }

    [Fact]
    public async Task ADMIN_12_LOCK_2_AWrongPasswordCounts_AndReplacesNothing()
    {
        await FailAsync(1);
        (await FailuresAsync()).ShouldBe(1);
        (await EventsAsync("sign-in-failed")).ShouldBe(1);
        (await HashAsync()).ShouldBe(Old);
    }

    [Fact]
    public async Task ADMIN_12_WhereAPasswordIsAskedOnceMore_ItIsReplacedToo()
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, Id, Right)).ShouldBeOk();
        await App.InTenantAsync(Tenant, async services =>
        {
            (await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == UserId)).PasswordHash = Old;
        });

        await (await browser.GetAsync("/t/control/reauth")).ShouldBeOk().Form().Fill("Password", Right).SubmitAsync();
        (await EventsAsync("reauthenticated")).ShouldBe(1);
        var ours = await HashAsync();
        App.Services.GetRequiredService<PasswordHashing>().Verify(ours, Right).ShouldBe(PasswordVerificationResult.Success);
    }

    private Task<string> HashAsync() => App.InTenantAsync(Tenant, async services =>
        (await services.GetRequiredService<PortalDbContext>().Users.AsNoTracking().SingleAsync(row => row.Id == UserId)).PasswordHash!);
}

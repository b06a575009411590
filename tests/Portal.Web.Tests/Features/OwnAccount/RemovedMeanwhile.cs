using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount;

/// <summary>A colleague removes an account while its owner sends a form (SE-03).</summary>
public sealed class RemovedMeanwhile : OperatorsTest
{
    [Fact]
    [Trait("Review", "F9")]
    public async Task SE_03_WhoseAccountIsRemovedWhileItChangesItsPassword_IsLedToSignIn()
    {
        var form = (await (await SignedInAsync(ChildId)).GetAsync("/t/control/account/password")).ShouldBeOk()
            .Form("form:has(input[name=Current])").Fill("Current", Account.UsualPassword)
            .Fill("New", "Violet8642tram").Fill("Again", "Violet8642tram");
        Task<PortalPage>? sending = null;

        await App.InTenantAsync(Tenant, async services =>
        {
            await services.GetRequiredService<PortalDbContext>().Users.Where(user => user.Id == Child).ExecuteDeleteAsync();
            sending = Task.Run(() => form.SubmitAsync());
            while (await App.Database.ReadAsync<long>($"""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """) == 0)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
        });

        (await sending!).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldNotBeNull().ShouldContain("/t/control/login");
    }
}

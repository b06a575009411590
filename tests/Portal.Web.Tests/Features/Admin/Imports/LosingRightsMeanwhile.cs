using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.World;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Tests.Features.SignIn.Gate;

namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>Fifty hashes take their time, and who asked for them may be somebody else's by then.</summary>
public sealed class LosingRightsMeanwhile : ImportTest
{
    private readonly SessionReads reads = new();

    protected override Action<IServiceCollection> Added =>
        services => services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(reads));

    [Theory]
    [InlineData("disabled", HttpStatusCode.SeeOther)]
    [InlineData("demoted", HttpStatusCode.Forbidden)]
    [InlineData("site taken away", HttpStatusCode.Forbidden)]
    public async Task SE_03_AZ_07_WhoLosesItsRightsWhileHashesAreMade_IssuesNothing(string how, HttpStatusCode expected)
    {
        var administrator = await AdministratorAsync();
        var path = (await MovedInAsync(administrator, Good)).Address.AbsolutePath + "/passwords";
        var form = (await administrator.GetAsync(path)).ShouldBeOk().Form().Fill("Form.Reason", "移行");
        var id = await App.QueryAsync(Staff,
            db => db.Users.Where(row => row.UserName == AdministratorId).Select(row => row.Id).SingleAsync());
        Task<PortalPage> answer;
        using (await HeldGate.ShutAsync(App))
        {
            reads.Forget();
            answer = Task.Run(() => form.SubmitAsync());
            await reads.UntilAsync(1);
            await (how switch
            {
                "disabled" => App.World.Accounts.DisableAsync(id),
                "demoted" => App.World.Accounts.ChangeAsync(id, row => row.Role, AccountRole.Agent),
                _ => App.World.StaffAssignments.RemoveAsync(row => row.UserId == id),
            });
        }

        (await answer).Status.ShouldBe(expected);

        (await App.World.TemporaryPasswords.CountAsync()).ShouldBe(0);
        (await EventsAsync("temporary-password-issued")).ShouldBeEmpty();
    }
}

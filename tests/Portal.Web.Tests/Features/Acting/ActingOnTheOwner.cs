using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.LinkedAdministrators;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>
/// Who works in an administrator ID's place looks after its users; the owner of the place is left alone (SE-13).
/// </summary>
public sealed class ActingOnTheOwner : LinkedTest
{
    [Fact]
    public async Task SE_13_TheOwnersSessions_AreNotEndedFromItsPlace()
    {
        await AdministratorAsync();
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        var form = (await manager.GetAsync($"{place}/operators")).ShouldBeOk().Form("form[action$='/logout']");

        var answer = await manager.PostAsync($"{place}/operators/{First}/end-sessions",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        answer.ShouldBeRefused().ShouldShow("自分自身に対しては、この操作はできません");
        (await manager.GetAsync($"{place}/operators/{First}/end-sessions")).ShouldBeRefused();
        (await App.World.Sessions.CountOpenAsync(First)).ShouldBe(1);
        (await EventsAsync("session-ended")).ShouldBe(0);
        (await App.World.Audit.CountAsync("access-denied", First)).ShouldBe(2);
    }

    [Fact]
    public async Task SE_13_TheOwnersPageAndHistory_AreSeenThereAllTheSame()
    {
        await AdministratorAsync();
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        (await manager.GetAsync($"{place}/operators/{First}")).ShouldBeOk().ShouldShow(FirstId)
            .Has("main [href*='/end-sessions'], main [href*='/temporary-password']").ShouldBeFalse();
        (await manager.GetAsync($"{place}/operators/{First}/login-history")).ShouldBeOk();
    }

    [Fact]
    public async Task SE_13_ItsOwner_DoesItStill()
    {
        var administrator = await AdministratorAsync();
        await AdministratorAsync();

        var confirm = (await administrator.GetAsync($"{Base}/operators/{First}/end-sessions")).ShouldBeOk();
        (await confirm.Form("main form").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await App.World.Sessions.CountOpenAsync(First)).ShouldBe(0);
    }

    [Fact]
    public async Task SE_03_WhoEndsTheSessionsOfThePlacesOwner_HasNotEndedItsOwn()
    {
        await ManagerAsync();

        await App.InTenantAsync(Tenant, async services =>
        {
            var (db, sessions) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<SessionService>());
            var current = services.GetRequiredService<CurrentSession>();
            var own = await db.Sessions.AsNoTracking().Include(row => row.User).SingleAsync(row => row.UserId == Manager);
            current.Enter(new SessionLookup(own, null));
            current.Act(new ActingFor(Guid.CreateVersion7(), "0", ActingKind.LinkedAdministrator, own.User!, null, null),
                await db.Users.AsNoTracking().SingleAsync(row => row.Id == First));

            await sessions.EndAllAsync(First, SessionEnds.EndedByManager);
            sessions.HasEnded(current).ShouldBeFalse("the request is asked again whether its session and its link are there");

            await sessions.EndAllAsync(Manager, SessionEnds.EndedByUser);
            sessions.HasEnded(current).ShouldBeTrue();
        });
    }
}

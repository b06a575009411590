using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>
/// Every state of an account against every way in (CG-20): only the documented cells succeed, and a new way without a
/// row fails the build.
/// </summary>
public sealed class StateByPathMatrix
{
    /// <summary>Open to anyone, and leading to nobody's account.</summary>
    private static readonly string[] NoWayIn =
    [
        "Components.*", "Mailbox.*", "Phone.*", "Network.*", "NetworkHooks.*", "Brands.*", // demonstration mode alone
        "BackOffice.*", "BackOfficeHooks.*",
        "OrderAnswers.*", "CaseHook.*", // other systems, known by their signatures
        "Bounces.*", // mail servers, known by the address they were given
        "Errors.*", "Brand.*", "SearchDescription.*",
        "Home.Root", "Landing.*", "Legal.*", "PasskeyPlaces.*", "PasswordChange.*", "WellKnown.*", "Culture.*", "Theme.*", "Help.*",
        "PhonePassword.*", // says how to call
        "SignOut.*", // a way out
        "NotMe.*", // locks, and lets nobody in
        "EmailProof.*", // confirms an address that counts already
        "PhoneConfirm.*", // lets a temporary password work that was set by a call; the ways of a call are told apart above
    ];

    private static readonly IReadOnlyList<Way> Ways =
        [.. typeof(Way).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Way)) && !type.IsAbstract)
            .Select(type => (Way)Activator.CreateInstance(type)!).OrderBy(way => way.ToString(), StringComparer.Ordinal)];

    public static TheoryData<string> Names => new(Ways.Select(way => way.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task CG_20_OnlyTheDocumentedCellsSucceed(string name)
    {
        var way = Ways.Single(found => found.ToString() == name);
        await using var app = await PortalApp.CreateAsync();
        await app.ChangeProfileAsync(way.Tenant, profile => profile with { Password = profile.Password with { MaximumAgeDays = 60 } });

        var row = new Dictionary<AccountState, Outcome>();
        foreach (var state in Enum.GetValues<AccountState>())
        {
            row[state] = await CellAsync(app, way, state);
        }

        row.ShouldBe(Expected(way));
    }

    [Fact]
    public async Task CG_20_NoActionThatIsOpenToAnyone_IsWithoutARow()
    {
        await using var app = await PortalApp.CreateAsync();
        var open = app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>()
            .Where(action => action.EndpointMetadata.OfType<IAllowAnonymous>().Any())
            .Where(action => action.ControllerTypeInfo.Assembly == typeof(Program).Assembly)
            .Select(action => $"{action.ControllerName}.{action.ActionName}").Distinct().ToList();
        var known = Ways.SelectMany(way => way.Actions).Concat(NoWayIn).ToHashSet();

        open.ShouldNotBeEmpty();
        open.Where(action => !known.Contains(action) && !known.Contains(action.Split('.')[0] + ".*")).Order().ShouldBeEmpty();
    }

    private static async Task<Outcome> CellAsync(PortalApp app, Way way, AccountState state)
    {
        var account = way.Account((int)state);
        var person = new Person(app, way.Tenant, account, await account.AddToAsync(app), app.CreateBrowser());
        person.Browser.Address = new IPAddress([203, 0, 113, (byte)(100 + state)]);
        await way.PrepareAsync(person);
        await States.ApplyAsync(person, state);
        if (state == AccountState.Unknown)
        {
            person.LoginId = "nobody" + account.LoginId;
        }

        try
        {
            return await way.TryAsync(person);
        }
        finally
        {
            if (state == AccountState.TenantSuspended)
            {
                await States.SuspendTenantAsync(app, way.Tenant, TenantStatus.Active);
            }
        }
    }

    /// <summary>The usual row; a way says where it differs.</summary>
    private static Dictionary<AccountState, Outcome> Expected(Way way) => Enum.GetValues<AccountState>().ToDictionary(
        state => state,
        state => way.Exceptions.TryGetValue(state, out var exception) ? exception : state is AccountState.Active
            or AccountState.ParentDisabled ? way.Success : Outcome.Refused);
}

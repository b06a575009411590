using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;

namespace Portal.Architecture.Tests.Controllers;

public sealed class ActionTests
{
    /// <summary>Faults that are right all the same, each for its reason.</summary>
    private static readonly string[] RightAllTheSame =
    [
        // Shown in place of a request that failed, whatever its method; it changes nothing.
        "Portal.Web.Features.Errors.ErrorsController.Show states no HTTP method",

        // Another system posts there: its signature stands for the token (CALL-1).
        "Portal.Web.Features.Telephony.VoiceController.Receive can be called from a foreign page",
        "Portal.Web.Features.Dev.Network.NetworkHooksController.Receive can be called from a foreign page",
        "Portal.Web.Features.Dev.BackOffice.BackOfficeHooksController.Receive can be called from a foreign page",
        "Portal.Web.Features.Orders.Answers.OrderAnswersController.Receive can be called from a foreign page",
        "Portal.Web.Features.Cases.Hooks.CaseHookController.Receive can be called from a foreign page",
        "Portal.Web.Features.Bounces.BouncesController.Receive can be called from a foreign page",
    ];

    /// <summary>
    /// Controllers and single actions (and Dev, which is there in demonstration mode only) for people who have not
    /// signed in; everything else needs a session.
    /// </summary>
    private static readonly string[] OpenToAnyone =
    [
        "Dev",
        "OwnAccount.EmailChange.EmailConfirmController",
        "OwnAccount.EmailChange.EmailProofController",
        "OwnAccount.EmailChange.EmailRevertController",
        "OwnAccount.EmailChange.NewEmailController",
        "Errors.ErrorsController",
        "Shared.Brands",
        "Search.SearchDescriptionController",
        "Home.HomeController.Root", // leads to the sign-in page or to the home page
        "Orders.Answers.OrderAnswersController", // signed by a back office
        "Bounces.BouncesController", // the address that it was sent to carries the proof
        "Cases.Hooks.CaseHookController", // signed by a system that watches or reports
        "Landing.LandingController",
        "Landing.LegalController",
        "Landing.PasskeyPlacesController", // tells browsers where passkeys are made
        "Landing.PasswordChangeController", // tells browsers where the change page is
        "Landing.WellKnownController",
        "Recovery.Links.InvitationController",
        "Recovery.Links.RegisterConfirmController",
        "Recovery.Links.ResetController",
        "Recovery.Registrations.RegisterController",
        "Recovery.ResetLinks.ResetRequestController",
        "Recovery.TemporaryPasswords.UnlockController",
        "Shared.Layout.CultureController",
        "Shared.Layout.ThemeController",
        "SignIn.SecondStep.EmailCodeController",
        "SignIn.Help.HelpController",
        "SignIn.SecondStep.MethodController",
        "SignIn.SecondStep.RecoveryCodeController",
        "SignIn.PasskeySignInController",
        "SignIn.SecondStep.PasskeyStepController",
        "SignIn.SignInController",
        "SignIn.SignOutController",
        "SignInNotices.NotMeController",
        "SignIn.SecondStep.TotpController",
        "Telephony.TemporaryPasswords.PhoneConfirmController",
        "Telephony.TemporaryPasswords.PhonePasswordController",
        "Telephony.VoiceController", // takes what bears a provider's signature
    ];

    [Fact]
    public async Task WhatStatesNothing_NeedsASession()
    {
        await using var app = await PortalApp.CreateAsync();

        var policies = app.Services.GetRequiredService<IAuthorizationPolicyProvider>();

        (await policies.GetFallbackPolicyAsync())
            .ShouldNotBeNull().Requirements.ShouldContain(requirement => requirement is DenyAnonymousAuthorizationRequirement);
        (await policies.GetDefaultPolicyAsync()).Requirements.ShouldContain(requirement =>
            requirement is DenyAnonymousAuthorizationRequirement);
    }

    [Fact]
    public async Task NoAction_IsLeftOpen()
    {
        await using var app = await PortalApp.CreateAsync();

        var actions = Actions(app.Services);

        actions.ShouldNotBeEmpty();
        actions.SelectMany(ActionFaults.Of).Except(RightAllTheSame).Distinct().Order()
            .Where(fault => !OpenToAnyone.Any(open => IsOpen(fault, $"Portal.Web.Features.{open}")))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(Careless.Delete), "can be called from a foreign page")]
    [InlineData(nameof(Careless.Unguarded), "can be called from a foreign page")]
    [InlineData(nameof(Careless.Anything), "is open to anyone")]
    [InlineData(nameof(Careless.Anything), "states no HTTP method")]
    public async Task ACarelessAction_IsFound(string action, string fault)
    {
        (await FaultsOfFixtureAsync()).ShouldContain(found => found.Contains($".{action} {fault}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACarefulAction_IsNotReported() =>
        (await FaultsOfFixtureAsync()).ShouldNotContain(found => found.Contains(nameof(Careless.Careful), StringComparison.Ordinal));

    private static bool IsOpen(string fault, string open) =>
        fault == open + " is open to anyone"
            || (fault.StartsWith(open + ".", StringComparison.Ordinal) && fault.EndsWith(" is open to anyone", StringComparison.Ordinal));

    private static async Task<List<string>> FaultsOfFixtureAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddControllersWithViews().ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new OnlyCareless()));
        await using var provider = services.BuildServiceProvider();
        return [.. Actions(provider).SelectMany(ActionFaults.Of)];
    }

    private static List<ControllerActionDescriptor> Actions(IServiceProvider services) =>
        [.. services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>()];

    private sealed class OnlyCareless : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            feature.Controllers.Clear();
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(Careless)));
        }
    }

    private sealed class Careless : Controller
    {
        [HttpDelete("/fixture/1")]
        [Authorize]
        public OkResult Delete() => Ok();

        [HttpPost("/fixture/2")]
        [Authorize]
        [AutoValidateAntiforgeryToken]
        [IgnoreAntiforgeryToken]
        public OkResult Unguarded() => Ok();

        [Route("/fixture/4")]
        [AllowAnonymous]
        public OkResult Anything() => Ok();

        [HttpPost("/fixture/5")]
        [ValidateAntiForgeryToken]
        public OkResult Careful() => Ok();
    }
}

using Microsoft.AspNetCore.Identity;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Credentials;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Reauthentication;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Domain.Submissions;

namespace Portal.Web.Domain.Accounts;

public static class AccountServices
{
    /// <summary>
    /// Accounts and Identity's vocabulary. Per-tenant policy is data of the tenant, never Identity options.
    /// </summary>
    public static IServiceCollection AddPortalAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<PasswordHashOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.RefuseInTransaction = !environment.IsProduction())
            .Bind(configuration.GetSection("Portal:Passwords"))
            .Validate(options => options.Iterations > 0, "Portal:Passwords:Iterations must be positive.").ValidateOnStart();
        services.AddOptions<HashGateOptions>().Bind(configuration.GetSection("Portal:HashGate"))
            .Validate(options => options.IsSound, "Portal:HashGate: every value must be positive.").ValidateOnStart();
        services.AddOptions<AddressThrottleOptions>().Bind(configuration.GetSection("Portal:AddressThrottle"))
            .Validate(options => options.IsSound,
                "Portal:AddressThrottle: every number must be positive, RefuseAfter at least SlowAfter; DelaySeconds may be zero.")
                    .ValidateOnStart();
        services.AddOptions<PasswordHasherOptions>().Configure<Microsoft.Extensions.Options.IOptions<PasswordHashOptions>>((hasher, ours) =>
            hasher.IterationCount = ours.Value.Iterations);
        services.AddSingleton<PasswordHashing>().AddSingleton<HashGate>().AddSingleton<AddressTurns>().AddSingleton<RefusalPace>()
            .AddSingleton<PasswordLists>();
        services.AddScoped<AuditActor>().AddScoped<AuditLog>();
        services.AddSingleton<RefusalTally>().AddSingleton<RefusalCounts>();
        services.AddScoped<CurrentSession>().AddScoped<SessionReader>().AddScoped<RefusalRecorder>().AddScoped<FormUses>()
            .AddScoped<FormAnswers>().AddScoped<FormDrafts>().AddScoped<UserPreferences>();
        services.AddScoped<LockOrder>().AddScoped<AccountLocks>().AddScoped<LockEnding>().AddScoped<CredentialChange>()
                .AddScoped<TypedIds>().AddScoped<TakenAnswers>().AddScoped<Admission>().AddScoped<SignInAttempts>().AddScoped<SessionService>()
            .AddScoped<HashAhead>().AddScoped<PasswordJudge>().AddScoped<PasswordService>().AddScoped<PasswordChangeProof>()
                .AddScoped<TemporaryPasswordService>().AddScoped<LockoutService>().AddScoped<LockMails>().AddScoped<AccountFactory>();
        services.AddScoped<LastManager>().AddScoped<Delegates>().AddScoped<LoginIdProbes>().AddScoped<RegistrationService>()
                .AddScoped<DetailsService>()
            .AddScoped<RecoveryDetailsService>().AddScoped<SignInSwitch>().AddScoped<ForcedSignOut>().AddScoped<OwnPassword>()
                .AddScoped<ReauthenticationService>().AddScoped<ValidityService>();
        services.AddSignIn();
        services.AddOwnAccount();
        services.AddFactors();
        services.AddPasskeys();
        services.AddWaysBack();
        services.AddSingleton<ILookupNormalizer, CanonicalNormalizer>();
        services.AddScoped<IUserStore<PortalUser>, PortalUserStore>();
        services.AddScoped<PortalUserManager>();
        services.AddScoped<CanonicalKeys>().AddScoped<IStartStep, CanonicalKeysStep>();
        services.AddScoped<RoleService>().AddScoped<LoginIdService>().AddScoped<FactorRequirement>().AddScoped<RemovalService>();
        services.AddIdentityCore<PortalUser>().AddUserManager<PortalUserManager>();
        return services;
    }

    /// <summary>From the network address to the verdict on a password, in the order of the steps.</summary>
    private static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddScoped<AddressCounts>().AddScoped<AddressAccounts>().AddScoped<AddressThrottle>().AddScoped<HashTurns>()
        .AddScoped<SignInGate>().AddScoped<PasswordEvaluation>().AddScoped<SignInRefusals>().AddScoped<SignInService>().AddScoped<PasskeySignIn>();

    private static IServiceCollection AddFactors(this IServiceCollection services) => services
        .AddSingleton<AppSecrets>()
        .AddScoped<AccountFactors>().AddScoped<OwnFactors>().AddScoped<AppCodes>().AddScoped<EmailCodes>().AddScoped<RecoveryCodes>()
        .AddScoped<TrustedBrowsers>().AddScoped<CodeFailures>().AddScoped<SecondSteps>()
        .AddScoped<FactorChanges>().AddScoped<AppRegistrations>().AddScoped<EmailCodeSwitch>().AddScoped<FactorSession>()
            .AddScoped<FactorReset>();
}

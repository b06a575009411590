using Portal.Web.Data;
using Portal.Web.Domain.Cases.Digests;
using Portal.Web.Features.Cases.Filters;
using Portal.Web.Features.Cases.Hooks;
using Portal.Web.Features.Cases.Index;
using Portal.Web.Features.Cases.Mails;
using Portal.Web.Features.Cases.Opening;
using Portal.Web.Features.Cases.Show;
using Portal.Web.Features.Shared.Headers;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;

namespace Portal.Web.Features.Cases;

public static class CasePagesServices
{
    public static IServiceCollection AddCasePages(this IServiceCollection services)
    {
        services.AddOptions<CaseHookOptions>().BindConfiguration(CaseHookOptions.Section)
            .Validate(options => options.HasSoundSecrets,
                "Portal:Cases:WebhookSecrets: a secret is \"whsec_\" and Base64 of 24 to 64 bytes.")
            .Validate(options => options.HasOwnSecrets, "Portal:Cases:WebhookSecrets: each tenant has a secret of its own.")
            .ValidateOnStart();
        return services.AddPages();
    }

    private static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddScoped<CaseMessages>()
        .AddScoped<CaseQuery>()
        .AddScoped<CaseColumns>()
        .AddScoped<CaseFrames>()
        .AddScoped<ConditionWords>()
        .AddScoped<FilterBuilder>()
        .AddScoped<CaseRecords>()
        .AddScoped<OpeningInput>()
        .AddScoped<CaseTrail>()
        .AddScoped<IHomeSection, CasesHomeSection>()
        .AddScoped<ISearchSection, CasesSearchSection>()
        .AddScoped<IHeaderCount, CasesMenuCount>()
        .AddScoped<CaseDigests>()
        .AddScoped<ICaseDigests>(provider => provider.GetRequiredService<CaseDigests>())
        .AddScoped<ITransactionHook, CaseMails>();
}

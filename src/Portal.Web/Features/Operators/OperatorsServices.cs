using Portal.Web.Features.Operators.Imports;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Features.Operators.Memberships;
using Portal.Web.Features.Operators.Registrations;
using Portal.Web.Features.Operators.Roles;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Search;

namespace Portal.Web.Features.Operators;

public static class OperatorsServices
{
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddScoped<OperatorWords>()
        .AddScoped<OperatorQuery>()
        .AddScoped<OperatorColumns>()
        .AddScoped<OperatorFrames>()
        .AddScoped<OperatorDetails>()
        .AddScoped<OperatorTrail>()
        .AddScoped<OperatorInput>()
        .AddScoped<ContractNames>()
        .AddScoped<RegistrationInput>()
        .AddScoped<KeywordInput>()
        .AddScoped<RoleInput>()
        .AddScoped<MembershipInput>()
        .AddScoped<MembershipColumns>()
        .AddScoped<LastOfContracts>()
        .AddScoped<IHomeSection, OperatorsHomeSection>()
        .AddScoped<ISearchSection, OperatorsSearchSection>()
        .AddScoped<ImportFile>()
        .AddScoped<ImportCheck>()
        .AddScoped<ImportResults>();
}

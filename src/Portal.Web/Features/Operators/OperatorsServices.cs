using Portal.Web.Features.Operators.Imports;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Features.Operators.Registrations;

namespace Portal.Web.Features.Operators;

public static class OperatorsServices
{
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddScoped<OperatorWords>()
        .AddScoped<OperatorQuery>()
        .AddScoped<OperatorColumns>()
        .AddScoped<OperatorInput>()
        .AddScoped<OperatorChoices>()
        .AddScoped<ContractNames>()
        .AddScoped<RegistrationInput>()
        .AddScoped<SealedText>()
        .AddScoped<ImportFile>()
        .AddScoped<ImportCheck>();
}

using Portal.Web.Features.Operators.Imports;

namespace Portal.Web.Features.Operators;

public static class OperatorsServices
{
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddScoped<OperatorWords>().AddScoped<OperatorQuery>().AddScoped<OperatorColumns>().AddScoped<OperatorInput>().AddScoped<SealedText>().AddScoped<ImportFile>().AddScoped<ImportCheck>();
}

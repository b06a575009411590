namespace Portal.Web.Features.Contracts;

public static class ContractPagesServices
{
    public static IServiceCollection AddContractPages(this IServiceCollection services) => services
        .AddScoped<ContractPages>()
        .AddScoped<ContractColumns>();
}

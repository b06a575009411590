namespace Portal.Web.Features.Admin.Contracts;

public static class AdminContractsServices
{
    public static IServiceCollection AddAdminContracts(this IServiceCollection services) => services
        .AddScoped<ContractRecords>();
}

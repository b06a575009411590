using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class FailedOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_RentalOrders_Failed",
                table: "RentalOrders",
                columns: new[] { "TenantId", "ContractId", "DecidedAt" },
                filter: "\"Status\" = 'Failed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RentalOrders_Failed",
                table: "RentalOrders");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ContractLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_ContractId_NormalizedUserName",
                table: "Users");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_ContractId_Door_NormalizedUserName",
                table: "Users",
                columns: new[] { "TenantId", "ContractId", "Door", "NormalizedUserName" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_ContractId_Door_NormalizedUserName",
                table: "Users");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_ContractId_NormalizedUserName",
                table: "Users",
                columns: new[] { "TenantId", "ContractId", "NormalizedUserName" });
        }
    }
}
